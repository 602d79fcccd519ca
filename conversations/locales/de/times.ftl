# My times: a client moves the times of a practice, inside the therapist's limits.
# German says "du" to clients and "Sie" to therapists (told-times-moved and limits-…).

set-times = Meine Zeiten
times-which = Welche Zeit wird anders?
times-none = Keine vereinbarte Übung hat eine Zeit, die du verschieben kannst.
times-button = { $time } { $title }
times-ask = <b>{ $title }</b> kommt um { $time } Uhr. Welche Zeit ist besser? Alles von { $first } bis { $last } Uhr geht. Drück eine oder schreib sie.
times-unread = Das habe ich nicht verstanden. Bitte schreib eine Zeit wie 18:30. Mit /cancel bleibt alles, wie es ist.
times-limits = In der Therapie habt ihr Zeiten von { $first } bis { $last } Uhr vereinbart. Bitte wähl eine davon. Für eine andere frag bitte in deiner Praxis.
times-close = Das ist weniger als eine Stunde von einer anderen Zeit derselben Übung weg. Bitte wähl eine, die weiter weg ist.
times-moved = { $title }: jetzt { $time } Uhr, nicht mehr { $before } Uhr. Dein:e Therapeut:in erfährt davon.
times-quiet = Das lag in deiner Ruhezeit. Darum geht sie jetzt von { $start } bis { $end } Uhr.
times-next = Als Nächstes: { $when }.
times-wake = Ich wache um { $work } auf, an freien Tagen um { $free }
times-wake-work = Wann wachst du an Arbeitstagen meist auf? Drück eine Zeit oder schreib sie.
times-wake-free = Und an einem freien Tag?
times-wake-done = Du wachst um { $work } Uhr auf, an freien Tagen um { $free } Uhr. Was nach dem Aufwachen kommt, richtet sich danach.
told-times-moved = { $name } hat { $title } von { $before } auf { $time } Uhr verschoben.

limits-button = Zeiten verschiebbar: { $first } bis { $last }
limits-button-none = Zeiten nicht verschiebbar
limits-ask = In welchem Rahmen darf Ihre Klientin oder Ihr Klient die Zeiten dieser Übung selbst verschieben?
limits-none = Gar nicht
limits-choice = { $first } bis { $last }
