# /note: a few words for the next session.

command-note = etwas für die nächste Sitzung
note-ask = <b>Für deine nächste Sitzung</b>
    Was willst du mitbringen? Schreib es hier; ein paar Worte reichen. Es steht ganz oben in dem, was deine Praxis über dich liest. Du kannst es ändern oder zurücknehmen, bis es gelesen ist.
note-ask-add = Was willst du dazuschreiben?
note-ask-new = Schreib es neu. Es kommt an die Stelle von dem, was jetzt da steht.
note-shown = <b>Für deine nächste Sitzung</b>
    { $words }

    Deine Praxis hat es noch nicht geöffnet. Du kannst es noch ändern oder zurücknehmen.
note-shown-sent = <b>Für deine nächste Sitzung</b>
    { $words }

    Deine Notiz kam im Überblick vor der Sitzung an und wurde, soviel ich weiß, noch nicht geöffnet. Du kannst sie hier noch ändern oder zurücknehmen.
note-read = Deine letzte Notiz für eine Sitzung:
    { $words }

    Sie wurde am { $at } geöffnet. Darum bleibt sie, wie sie ist.
note-too-long = Das wären { $count } Zeichen. Eine Notiz fasst { $most }. Bitte schick es etwas kürzer.
note-taken-back = Du hast deine Notiz zurückgenommen. Niemand hat sie gelesen.
note-taken-back-sent = Du hast deine Notiz hier zurückgenommen. Sie war schon im Überblick vor der Sitzung, dort kann sie gesehen worden sein.
note-add = Dazuschreiben
note-new = Neu schreiben
note-back = Zurücknehmen
note-for-session = Für die Sitzung, geschrieben am { $day }: „{ $words }“
trail-read-note = deine Notiz für die Sitzung gelesen ({ $who })
trail-read-alert = gelesen, was du bei einem Sicherheitshinweis geschrieben hast ({ $who })
copy-notes = Deine Notizen für eine Sitzung
copy-note = { $at }: { $words }
