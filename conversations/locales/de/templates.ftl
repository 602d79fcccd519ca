# Vorlagen, die eine Therapeutin, ein Therapeut für sich behält.

templates-button = Meine Vorlagen
templates-head = <b>Ihre Vorlagen.</b> Drücken Sie eine, um zu sehen, was darin steht.
templates-for = <b>Ihre Vorlagen.</b> Drücken Sie eine, um das Formular für { $name } damit auszufüllen, oder ✎, um sie erst anzusehen.
templates-none = Sie haben keine Vorlagen. Wenn Sie eine Übung geschickt haben, behält ein Knopf sie als Vorlage.
templates-full = Es ist Platz für { $most } Vorlagen. Bitte löschen Sie erst eine: Sie stehen in /library.
template-keep = Als Vorlage behalten
template-use = Vorlage: { $name }
template-name-ask = Wie soll die Vorlage heißen? Bitte schreiben Sie einen Namen mit höchstens { $most } Zeichen. Nur Sie sehen ihn. Mit /cancel lassen Sie es.
template-keeps-words = Ihre Worte zum Warum, und was Sie sonst für { $name } geschrieben haben, bleiben dabei. Wer die Übung als Nächstes bekommt, liest sie so. Sie bleiben auch, wenn die Daten von { $name } gelöscht werden. Lassen Sie sie also weg, wenn sie von { $name } handeln.
template-keeps-bare = Ihre Worte zum Warum, und was Sie sonst für { $name } geschrieben haben, bleiben weg und werden jedes Mal neu gefragt.
template-words = Die Worte auch behalten
template-bare = Die Worte weglassen
template-name-long = Ein Name hat 1 bis { $most } Zeichen, darunter ein Buchstabe oder eine Zahl. Bitte schicken Sie einen anderen.
template-name-taken = Sie haben schon eine Vorlage mit dem Namen { $name }. Bitte schicken Sie einen anderen.
template-kept = <b>{ $name }</b>
    Gespeichert. /assign bietet sie von jetzt an bei allen an, die Sie begleiten.
template-page = <b>{ $name }</b>
template-line = <b>{ $label }:</b> { $answer }
template-rename = Anders nennen
template-name-new = Wie soll { $name } von jetzt an heißen? Höchstens { $most } Zeichen. Mit /cancel lassen Sie es.
template-renamed = Sie heißt jetzt { $name }.
template-bared = Die Worte sind aus { $name } genommen. Sie werden jedes Mal neu gefragt.
template-delete = Löschen
template-drop-sure = Die Vorlage { $name } löschen? Was damit gegeben wurde, bleibt.
template-drop-yes = Ja, löschen
template-dropped = Gelöscht: { $name }.
