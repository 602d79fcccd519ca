# Voice notes and pictures as answers, where a practice allows it.

media-voice = Sprachnachricht, { $length }
media-photo = Foto
media-open = ▶ { $label }
media-caption = { $label }
media-too-big = Das ist zu groß zum Aufbewahren: Eine Sprachnachricht kann etwa 15 Minuten lang sein, ein Foto 5 MB. Geht es in Teilen, oder getippt?
media-not-fetched = Das war bei Telegram gerade nicht zu holen. Bitte schick es noch einmal, oder schreib es.
media-unreadable = Diese Datei ging nicht auf. Nichts davon ist gespeichert. Bitte schick sie noch einmal, oder schreib es.
media-no-place = Dafür ist keine Frage mehr offen. Nichts davon ist gespeichert. /log beginnt ein Blatt.
media-one-by-one = Von mehreren Fotos auf einmal nehme ich nur das erste. Bitte schick die anderen einzeln.
media-allow = Sprache und Fotos als Antwort: nein
media-forbid = Sprache und Fotos als Antwort: ja
media-allowed = Sprachnachrichten und Fotos gehen hier als Antwort. Sie liegen verschlossen, ohne Ort und Kameradaten. Telegram hat Kopien.
media-now-yes = Ab jetzt kann { $name } bei „{ $title }“ auch mit Sprachnachrichten und Fotos antworten. { $name } erfährt es.
media-now-no = Ab jetzt antwortet { $name } bei „{ $title }“ nur in Worten. { $name } erfährt es.
told-client-media-yes = Bei „{ $title }“ kannst du auch mit einer Sprachnachricht oder einem Foto antworten, überall wo nach Worten gefragt wird.
told-client-media-no = „{ $title }“ nimmt ab jetzt nur Worte. Was du geschickt hast, bleibt, wie es ist.
history-media-yes = auch Sprachnachrichten und Fotos
history-media-no = nur Worte
