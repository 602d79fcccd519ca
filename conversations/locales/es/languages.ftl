# Which language somebody is written to in. Both clients and therapists may read this.

set-language = Idioma: { $name }
language-set = Desde ahora escribo en español. Lo que ya está escrito se queda como está.

# Above the consent, while nobody has read the words of this language (docs/languages.md).
consent-draft = <i>Este texto es un borrador en español: lo tradujo una máquina y nadie lo ha revisado aún. Si algo no queda claro, pregunta antes de aceptar.</i>

# A day as people read it; never digits alone, which are read two ways.
day-short = { $weekday } { $day } { $month }
