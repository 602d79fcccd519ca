# After a sheet: a few questions on one message, each one tap, each optional.

wrap-head = { $count ->
    [one] Один короткий вопрос об этом, если хотите.
    [few] Несколько коротких вопросов об этом, если хотите.
    [many] Несколько коротких вопросов об этом, если хотите.
   *[other] Несколько коротких вопросов об этом, если хотите.
}
wrap-so-far = Ваш ответ: { $said }
wrap-ask-done = <b>Сколько из этого получилось сделать?</b>
wrap-ask-hard = <b>Насколько это было трудно?</b>
    0 = совсем не трудно · 10 = труднее некуда
wrap-ask-useful = <b>Насколько это было полезно?</b>
    0 = совсем нет · 10 = очень полезно
wrap-ask-way = <b>Что-то помешало?</b>
    Напишите здесь в нескольких словах или нажмите «Пропустить».
wrap-done-none = Ничего
wrap-done-bit = Немного
wrap-done-half = Половину
wrap-done-most = Почти всё
wrap-done-all = Всё
wrap-said-none = ничего
wrap-said-bit = немного
wrap-said-half = половину
wrap-said-most = почти всё
wrap-said-all = всё
wrap-skip = Пропустить
wrap-end = Больше без вопросов
wrap-too-much = Это было слишком
wrap-done = сделано: { $amount }
wrap-hard = трудно: { $rating } из 10
wrap-was-too-much = это было слишком
wrap-useful = полезно: { $rating } из 10
wrap-way = помешало: «{ $said }»
reading-after = <b>Сказано после</b>
    { $said }
