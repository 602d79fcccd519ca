# Which language somebody is written to in. Both clients and therapists may read this.

set-language = Язык: { $name }
language-set = Теперь я пишу по-русски. То, что уже написано, останется как есть.

# Above the consent, while nobody has read the words of this language (docs/languages.md).
consent-draft = <i>Этот текст – черновик на русском: его перевела машина, и его ещё никто не проверил. Если что-то не ясно, пожалуйста, спросите, прежде чем соглашаться.</i>

# A day as people read it; never digits alone, which are read two ways.
day-short = { $weekday }, { $day } { $month }
