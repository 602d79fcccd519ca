# What belongs to a practice: texts, links, files, voice notes.

material-button = Что почитать или послушать
material-none = Для «{ $title }» материалов пока нет.
material-head = <b>Материалы для «{ $title }»</b>
material-text = «{ $name }», слов: { $words }, { $count ->
    [one] одной частью
    [few] частей: { $count }
    [many] частей: { $count }
   *[other] частей: { $count }
}
material-file = { $name }
material-add = Добавить что-то
material-done = Готово
material-drop = Убрать { $number }
material-ask = Пришлите текст, ссылку, файл (PDF, картинку или .txt, не больше 5 МБ) или голосовое сообщение. Длинный текст можно прислать несколькими сообщениями. Клиент получит его частями минут по пять. Я жду { $minutes } мин. «Готово» или /cancel закончит раньше.
material-added = Добавлено.
material-text-added = Добавлено. То, что вы наберёте теперь, добавится к этому тексту. Нажмите «Готово», когда он весь здесь.
material-is-done = Материал сохранён. Клиент найдёт его перед вопросами и в /today.
material-full = Не больше трёх материалов. Сначала уберите один.
material-too-big = Это больше 5 МБ (голосовое: около 15 минут). Пришлите, пожалуйста, что-то меньше или ссылку.
material-too-long = В этом тексте больше 60 000 знаков. Пришлите, пожалуйста, часть или ссылку.
material-wrong = Я могу сохранить PDF, картинку JPEG или PNG, файл .txt в UTF-8 или голосовое сообщение. Это что-то другое, поэтому ничего не сохранено.
material-not-fetched = Сейчас получить это от Telegram не удалось. Пришлите, пожалуйста, ещё раз.
material-no-link = Ссылка начинается с https:// или http:// и называет сайт, без имени пользователя. Пришлите её, пожалуйста, ещё раз.
material-yours = <b>Это относится к «{ $title }»</b>
material-open = { $name }
material-read = Читать: { $name }
material-go-on = Дальше, часть { $number } из { $count }: { $name }
material-piece = Часть { $number } из { $count }, минут пять или меньше.
material-place = Здесь можно остановиться. Место сохранится.
material-last = Это была последняя часть.
material-next = Следующая часть
material-first = С начала
today-material = Что почитать: { $title }
material-nothing = Больше ничего не жду. Ничего не прикреплено.
material-lapsed = Я ждал материал { $minutes } мин. и больше не жду. То, что пришло сейчас, никуда не добавлено.
material-sheet-none = К листу «{ $title }» материала пока нет. Что вы добавите, будет идти с ним каждый раз, когда вы его назначаете.
material-sheet-head = <b>Материал к листу «{ $title }»</b>: каждый раз, когда вы его назначаете
material-sheet-is-done = Материал сохранён. Теперь он идёт с этим листом каждый раз, когда вы его назначаете.
proposal-material = К этому прилагается, почитать или послушать в начале:
