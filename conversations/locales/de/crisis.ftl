# Help now. Numbers come from the data file, never from here.
# German says "du": clients read this page.
crisis-title = <b>Hilfe jetzt</b>
crisis-emergency = Wenn du oder jemand anderes jetzt in Gefahr ist, ruf <b>{ $numbers }</b> an.
crisis-emergency-local = Wenn du oder jemand anderes jetzt in Gefahr ist, ruf den Notruf an dem Ort an, wo du bist. Oder geh ins nächste Krankenhaus. Oder bitte jemanden in der Nähe, für dich anzurufen.
crisis-or = {" "}oder{" "}
crisis-which-country = In welchem Land bist du? Drück darauf. Dann zeige ich dir Nummern, die du anrufen kannst.
crisis-lines = Hier kannst du mit jemandem reden ({ $country }):
crisis-line = • { $name }: <b>{ $number }</b>
crisis-line-both = • { $name }: <b>{ $number }</b>. Oder schreib: { $text }
crisis-line-text = • { $name }, schriftlich: <b>{ $text }</b>
crisis-day-and-night = . Tag und Nacht offen
crisis-hours = . Offen: { $hours }
crisis-speaks = . Spricht: { $languages }
crisis-no-lines = Für dieses Land kenne ich kein Hilfetelefon. Eine Arztpraxis, ein Krankenhaus oder ein Mensch, dem du traust, kann mit dir eines suchen.
crisis-no-lines-in = Für { $country } kenne ich kein Hilfetelefon, das passt. Eine Arztpraxis, ein Krankenhaus oder ein Mensch, dem du traust, kann mit dir eines suchen.
crisis-plan =
    <b>Dein eigener Plan</b>
    { $plan }
crisis-after-hours-of =
    <b>Von { $therapist }, für die Zeit außerhalb der Arbeit</b>
    { $text }
crisis-unwatched = In diesem Chat liest niemand live mit. Wenn du diese Seite öffnest, erfährt es niemand.
crisis-unwatched-tell = In diesem Chat liest niemand live mit. Wenn du diese Seite öffnest, erfährt es niemand. Wenn du willst, dass { $therapist } es { $count ->
    [one] weiß
   *[other] wissen
}, drück den Knopf. Vielleicht { $count ->
    [one] sieht
   *[other] sehen
} { $therapist } es erst später. Bitte warte darum nicht auf eine Antwort.

crisis-tell = { $therapist } Bescheid geben
crisis-elsewhere = Ich bin in einem anderen Land
crisis-not-listed = Keines davon
