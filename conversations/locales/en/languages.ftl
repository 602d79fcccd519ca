# Which language somebody is written to in.

set-language = Language: { $name }
language-set = From now on I write to you in English. What is written already stays as it is.

# Above the consent, while nobody has read the words of this language (docs/languages.md).
consent-draft = <i>This text is a draft in English: a machine translated it, and nobody has checked it yet. If something is not clear, please ask before you agree.</i>

# A day as people read it; never digits alone, which are read two ways.
day-short = { $weekday } { $day } { $month }
