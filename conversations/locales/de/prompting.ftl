# Prompts. The first 60 characters stand on a locked screen: no name, no therapy word.
# German says "du": clients read this.

prompt-first-line = Hallo. Es ist die Zeit, die du gewählt hast. Ich bin da, wenn du so weit bist.
prompt-soon = Hallo. Ein kurzer Teil ist von vorhin noch da. Ich bin da, wenn du so weit bist. { $until }
prompt-facts = Etwa { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
  }. { $until } Du kannst bei jedem Schritt aufhören.
prompt-until = Offen bis { $time } Uhr.
prompt-until-midnight = Offen bis Mitternacht.
prompt-start = Beginnen
prompt-later = Später
prompt-skip = Auslassen
prompt-too-much = Zu viel
prompt-back = Zurück
prompt-later-15 = In 15 Min.
prompt-later-60 = In 1 Stunde
prompt-later-evening = Um 19:00
prompt-later-ask = Wann passt es besser?
prompt-later-set = Gut. Um { $time } Uhr bin ich wieder da.
prompt-later-set-quiet = Gut. Um { $time } Uhr bin ich wieder da, dies eine Mal in deiner Ruhezeit.
prompt-later-full = Diese Zeit passt nicht mehr hinein. { $until } Du kannst jetzt beginnen, oder selbst mit /today wiederkommen.
prompt-skip-ask = Das ist in Ordnung. Was steht im Weg? Einmal drücken reicht.
prompt-skipped = Ausgelassen. Hierzu kommt nichts mehr.
prompt-much-ask = Danke, dass du es sagst. Was würde helfen?
much-stop-all = Mit /stop kommt gar nichts mehr von selbst.
prompt-much-told = Ich habe { $therapist } Bescheid gegeben. Hierzu kommt heute nichts mehr.
prompt-later-enough = Ich war schon zweimal wieder da. Darum melde ich mich hierzu nicht noch einmal. { $until } Du kannst jetzt beginnen, oder selbst mit /today wiederkommen.
prompt-reminder = Nur noch einmal, falls es untergegangen ist. { $until }
prompt-gone-by = Das ist vorbei. /today zeigt, was offen ist.
prompt-started = Begonnen.
prompt-done-already = Das hast du schon gemacht. /log beginnt ein neues Blatt.
prompt-closed-late = Die Zeit dafür ist vorbei. Du kannst trotzdem schreiben. Ich vermerke es als später.
skip-busy = Viel zu tun
skip-unwell = Mir geht es nicht gut
skip-not-relevant = Passt heute nicht
skip-too-hard = Zu schwer
skip-private = Kein Platz für mich allein
much-light = Die kürzere Form
much-minute = Die Ein-Minuten-Form
much-skip = Heute nicht
much-pause = Alles pausieren
much-tell = Meiner Praxis Bescheid geben

weekday-1 = Montag
weekday-2 = Dienstag
weekday-3 = Mittwoch
weekday-4 = Donnerstag
weekday-5 = Freitag
weekday-6 = Samstag
weekday-7 = Sonntag
