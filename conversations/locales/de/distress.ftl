# Ab wann ein Wert viel ist, und was dann gezeigt wird.

distress-button = Wenn es schwer wird
distress-page = <b>{ $name }: { $title }</b>, wenn es schwer wird
distress-off = Es ist keine Zahl gesetzt: Es wird nichts angeboten, wie hoch ein Wert auch ist.
distress-from = Ab { $rating } von 100 werden ein Stopp und Hilfe angeboten, einmal je Blatt. Das Schreiben wird nie aufgehalten.
distress-exposure = In dieser Übung geht es gerade um hohe Zahlen: Bei ihnen wird nichts angeboten. Wer aufhört, während die Uhr läuft, kann einen Text gezeigt bekommen. Sich beim Weggehen zu beruhigen kann eine Angst am Leben halten, darum ist zuerst keiner gesetzt.
distress-shown-none = Dazu wird kein Text gezeigt.
distress-shown = Dazu wird das gezeigt:
distress-none = Keine Zahl
distress-own-ask = Schicken Sie den Text in eigenen Worten, höchstens { $most } Zeichen. Er wird gezeigt, wie er ist. /cancel lässt alles, wie es war.
history-distress = wenn es schwer wird
grounding-none-button = Kein Text
grounding-feet-button = Füße auf dem Boden
grounding-senses-button = Was um einen ist
grounding-breath-button = Langsam ausatmen
grounding-own-button = Eigene Worte
grounding-feet = Stell beide Füße auf den Boden. Drück sie kurz fest an und lass los. Spür, worauf du sitzt oder stehst. Schau dich um: Du bist hier, an diesem Tag.
grounding-senses = Schau dich um. Nenn fünf Dinge, die du siehst. Dann vier, die du anfassen kannst, und drei, die du hörst.
grounding-breath = Atme durch die Nase ein. Lass die Luft langsam hinaus, wie durch einen Strohhalm. Dreimal. Ein kleiner Atemzug reicht.
distress-much = Das ist eine hohe Zahl. Du kannst hier aufhören, was du geschrieben hast, bleibt. Oder du machst einfach weiter: Beides ist in Ordnung. Dein:e Therapeut:in wollte, dass ich dir das anbiete.
distress-much-over = Das ist eine hohe Zahl. Dein:e Therapeut:in wollte, dass ich dir sage: Du kannst Hilfe bekommen.
distress-stop = Jetzt aufhören
distress-not-open = Dieses Blatt ist gerade nicht offen. Was du darin geschrieben hast, bleibt.
