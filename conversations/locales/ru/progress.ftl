# /progress: a client looks at their own entries.

progress-none = Здесь будет то, что вы написали. Пока ничего нет.
progress-head = <b>Что вы написали</b>
    { $count ->
        [1] Одна запись.
        [one] { $count } запись, новые сверху.
        [few] { $count } записи, новые сверху.
        [many] { $count } записей, новые сверху.
       *[other] { $count } записи, новые сверху.
    } Нажмите, чтобы прочесть.
progress-newer = ‹ Новее
progress-older = Старше ›
progress-back = Все записи
progress-read = У терапевта это открыто: { $day }.
progress-unread = У терапевта это ещё не открыто.
progress-read-by = { $who }: открыто { $day }.
progress-unread-by = { $count ->
    [one] У этого терапевта ещё не открыто
    [few] У этих терапевтов ещё не открыто
    [many] У этих терапевтов ещё не открыто
   *[other] У этих терапевтов ещё не открыто
}: { $names }.
