# What belongs to a practice: texts, links, files, voice notes.

material-button = Material zum Lesen oder Hören
material-none = Für „{ $title }“ gibt es noch kein Material.
material-head = <b>Material für „{ $title }“</b>
material-text = „{ $name }“, { $words } Wörter, { $count ->
    [one] in einem Stück
   *[other] in { $count } Stücken
}
material-file = { $name }
material-add = Etwas dazulegen
material-done = Fertig
material-drop = { $number } herausnehmen
material-ask = Schicken Sie einen Text, einen Link, eine Datei (PDF, Bild oder .txt, höchstens 5 MB) oder eine Sprachnachricht. Ein langer Text kann in mehreren Nachrichten kommen. Er wird in Stücken von etwa fünf Minuten gezeigt. Ich warte { $minutes } Minuten darauf. Fertig oder /cancel beendet es früher.
material-added = Dazugelegt.
material-text-added = Dazugelegt. Was Sie jetzt schreiben, kommt zu diesem Text dazu. Drücken Sie „Fertig“, wenn er ganz ist.
material-is-done = Das Material ist gespeichert. Es steht vor den Fragen und unter /today.
material-full = Höchstens drei Dinge. Nehmen Sie erst eines heraus.
material-too-big = Das ist größer als 5 MB (eine Sprachnachricht: etwa 15 Minuten). Bitte schicken Sie etwas Kleineres, oder einen Link.
material-too-long = Dieser Text ist länger als 60 000 Zeichen. Bitte schicken Sie einen Teil davon, oder einen Link.
material-wrong = Ich kann ein PDF, ein Bild in JPEG oder PNG, eine .txt-Datei in UTF-8 oder eine Sprachnachricht behalten. Das war etwas anderes. Nichts davon ist gespeichert.
material-not-fetched = Das war bei Telegram gerade nicht zu holen. Bitte schicken Sie es noch einmal.
material-no-link = Ein Link beginnt mit https:// oder http:// und nennt eine Seite, ohne Benutzernamen. Bitte schicken Sie ihn noch einmal.
material-yours = <b>Das gehört zu „{ $title }“</b>
material-open = { $name }
material-read = Lesen: { $name }
material-go-on = Weiterlesen, Stück { $number } von { $count }: { $name }
material-piece = Stück { $number } von { $count }, etwa fünf Minuten oder weniger.
material-place = Du kannst hier aufhören. Ich merke mir die Stelle.
material-last = Das war das letzte Stück.
material-next = Nächstes Stück
material-first = Von vorn
today-material = Zum Lesen: { $title }
material-nothing = Es wird auf nichts mehr gewartet. Es wurde nichts angehängt.
material-lapsed = Ich habe { $minutes } Minuten auf Material gewartet, länger nicht. Was eben kam, wurde nirgends hinzugefügt.
material-sheet-none = Für das Blatt „{ $title }“ gibt es noch kein Material. Was Sie hinzufügen, geht jedes Mal mit, wenn Sie es vorschlagen.
material-sheet-head = <b>Material für das Blatt „{ $title }“</b>, jedes Mal, wenn Sie es vorschlagen
material-sheet-is-done = Das Material ist gespeichert. Ab jetzt geht es mit, wenn Sie dieses Blatt vorschlagen.
proposal-material = Das gehört dazu, zum Lesen oder Hören, wenn du anfängst:
