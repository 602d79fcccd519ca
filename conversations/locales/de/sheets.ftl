# A therapist's own worksheets: a file is checked, looked at, published.
# German says "Sie".

look-sample = (ein paar Worte)
sheet-no-file = Hier kann ich Dateien mit Arbeitsblättern lesen: eine Textdatei, deren Name auf .toml endet. /library zeigt die Arbeitsblätter, die es gibt.
sheet-too-big = Diese Datei konnte ich nicht annehmen. Ein Arbeitsblatt ist eine kleine Textdatei unter 300 kB. Bitte prüfen Sie, ob es die richtige ist.
sheet-not-fetched = Ihre Datei kam von Telegram nicht an. Bitte schicken Sie sie noch einmal.
sheet-wrong = { $count ->
    [one] Eine Stelle in dieser Datei braucht eine Korrektur. Nichts wurde geändert.
   *[other] { $count } Stellen in dieser Datei brauchen eine Korrektur. Nichts wurde geändert.
    }
sheet-more = … und { $count } weitere. Bitte zuerst diese verbessern, dann die Datei noch einmal schicken.
sheet-same = „{ $title }“ ist schon genau so in Ihrer Bibliothek.
sheet-holds = <b>{ $title }</b>, Version { $version }: Diese Datei stimmt. { $count ->
    [one] Ein Schritt.
   *[other] { $count } Schritte.
    }
sheet-new = Noch hat es niemand. Sehen Sie es so an, wie Ihre Klient:innen es sehen. Dann veröffentlichen Sie es.
sheet-new-version = Es ersetzt Version { $known }. Wer schon begonnen hat, macht mit der alten weiter.
sheet-look = Ansehen: { $form }
sheet-publish = Veröffentlichen
sheet-drop = Verwerfen
sheet-published = „{ $title }“ ist in Ihrer Bibliothek. Nur Sie können es vorschlagen.
sheet-dropped = Verworfen: „{ $title }“. Nichts wurde veröffentlicht.
sheet-looking = <i>So sehen es Ihre Klient:innen, { $number } von { $count }. Die Worte in Klammern stehen für eine Antwort.</i>
sheet-before = ‹ Davor
sheet-after = Danach ›
sheet-back = Schließen
sheet-dry = Hier wird nur angesehen.
sheet-own = Ihres
sheet-withdraw = Aus der Bibliothek nehmen
sheet-withdrawn = „{ $title }“ ist nicht mehr in Ihrer Bibliothek. Wer es hat, macht damit weiter.
library-look = Wie es gesehen wird
library-send = Um ein eigenes hinzuzufügen, schicken Sie mir die Datei (.toml).
sheet-taken = Gerade hat jemand anderes ein Arbeitsblatt mit der id „{ $id }“ veröffentlicht. Bitte schreiben Sie eine andere id und schicken Sie die Datei noch einmal.
