# Which language somebody is written to in. Both clients and therapists may read this.

set-language = Sprache: { $name }
language-set = Ab jetzt schreibe ich auf Deutsch. Was schon geschrieben ist, bleibt, wie es ist.

# Above the consent, while nobody has read the words of this language (docs/languages.md).
consent-draft = <i>Dieser Text ist ein Entwurf auf Deutsch: Eine Maschine hat ihn übersetzt, und noch niemand hat ihn geprüft. Wenn etwas nicht klar ist, frag bitte nach, bevor du zustimmst.</i>

# A day as people read it; never digits alone, which are read two ways.
day-short = { $weekday }, { $day }. { $month }
