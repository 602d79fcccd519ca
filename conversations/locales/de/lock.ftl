# Ein Chat, der sich sperrt: wie man es einstellt, und was gesagt wird, solange er zu ist.

set-lock = Chat mit Kennwort sperren
lock-new = Schicken Sie ein Kennwort mit { $least } bis { $most } Zeichen. Ich lösche Ihre Nachricht sofort. Wenn Sie eine Weile weg waren, frage ich danach, bevor ich etwas zeige. Wenn Sie es vergessen, kann es aufheben, wer diesen Bot betreibt.
lock-unusable = Es braucht { $least } bis { $most } Zeichen und keinen Schrägstrich am Anfang. Bitte schicken Sie ein anderes, oder /cancel.
lock-is = Dieser Chat sperrt sich, wenn { $minutes } Min. lang nichts von Ihnen kam. Dann nehme ich weg, was ich in den letzten zwei Tagen geschickt habe. Was Sie getippt haben und was älter ist, bleibt: Löschen Sie es von Hand. Sicherheitshinweise kommen weiter, ohne Worte von jemandem.
lock-minutes = { $minutes } Min.
lock-now = Jetzt sperren
lock-change = Neues Kennwort
lock-turn-off = Nicht mehr sperren
lock-idle = Ab jetzt sperrt er sich nach { $minutes } Min.
lock-off = Dieser Chat sperrt sich nicht mehr.
lock-shut = Dieser Chat ist gesperrt. Schicken Sie Ihr Kennwort, dann geht es weiter. /crisis geht immer.
lock-news = Es gibt etwas Neues. Schicken Sie Ihr Kennwort, um es zu lesen.
lock-ask = Dieser Chat ist gesperrt. Schicken Sie erst Ihr Kennwort. Ich lösche die Nachricht sofort.
lock-tap = Gesperrt. Erst das Kennwort schicken.
lock-open = Wieder offen. Ihr Kennwort ist aus dem Chat genommen.
lock-open-already = Dieser Chat ist schon offen. Ihr Kennwort ist aus dem Chat genommen.
lock-wrong = Das ist es nicht. Ich nehme es aus dem Chat.
lock-wait = Das war zu oft falsch. Bitte warten Sie { $minutes } Min. Wenn es vergessen ist, fragen Sie, wer diesen Bot betreibt.
lock-taken-off = Wer diesen Bot betreibt, hat die Sperre von diesem Chat genommen. /settings setzt eine neue.
