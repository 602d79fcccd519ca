# What a therapist takes out for their records: /export, and the codebook in the file.

command-export-records = копия того, чем делятся клиенты, для ваших записей

take-who = Чьи записи вы хотите получить? Вы получите то, чем с вами делятся, и когда это было намечено, отправлено и заполнено. Того, что клиент оставляет при себе, там нет.
take-own = Моя копия, как клиента
take-nobody = Пока нет никого, чьи записи можно получить. /invite сделает ссылку для первого клиента.
take-period = <b>{ $name }</b>: за какое время?
take-w4 = Последние 4 недели
take-w12 = Последние 12 недель
take-all = Всё время
take-format = <b>{ $name }</b> · { $period }

    В каком виде? Таблицу откроет любая программа для таблиц, а её описание говорит, что значит каждый столбец. В JSON есть всё, чем делится клиент, с каждым временем. FHIR подходит для системы медицинских записей.

    { $name } видит в /privacy, что вы взяли копию, и когда.
take-csv = Таблица (CSV)
take-json = JSON
take-fhir = FHIR R4
take-being-made = <b>{ $name }</b> · { $period } · { $form }

    Копия делается и придёт ниже файлом.
take-here = { $name }: { $count ->
    [one] { $count } лист.
    [few] { $count } листа.
    [many] { $count } листов.
   *[other] { $count } листа.
    }
take-here-numbers = Из них открыты только числа: { $count }.
take-here-kept = Видно только, что сделано: { $count }. Остальное { $name } оставляет при себе.
take-here-keep = Храните файл там же, где ваши записи: он открывается без ключа.
take-gone = Этот файл сделать не удалось. Ничего из него не отправлено.
take-again = Запросить ещё раз
take-file = { $name }-{ $day }

trail-export-therapist = { $who }: получена копия того, чем вы делитесь
trail-export-operator = те, кто ведёт этого бота для вашего терапевта: получена копия того, чем вы делитесь

codebook-title = ОПИСАНИЕ ДАННЫХ
codebook-period = Дни с { $start } по { $end }, по времени клиента. Сделано { $made }.
codebook-period-all = Всё до { $end }, по времени клиента. Сделано { $made }.
codebook-times = Всё время указано в UTC, ISO 8601. Столбец «zone» называет часовой пояс, который тогда действовал для клиента (IANA).
codebook-cells = CSV: UTF-8, запятые. Перед ячейкой, которую программа для таблиц приняла бы за формулу, стоит апостроф. В JSON каждый текст стоит так, как он написан.
codebook-clients = Что здесь есть. Ничего не дополнено, а того, что клиент оставляет при себе, здесь нет:
codebook-client = { $name }: записей { $entries }, из них только числами { $summary }, при клиенте { $nothing } (у этих здесь только состояние, без ответов); намеченных практик { $occurrences }.
codebook-answers = одна строка на каждый ответ или на каждый пункт списка
codebook-entries = одна строка на каждый лист, который начат и где что-то записано
codebook-occurrences = одна строка на каждую намеченную практику
codebook-clock = минуты, пока шли часы; затем оценки от 0 до { $high }, названные по минуте
codebook-scale = от { $low } до { $high }
codebook-words-state-of-an-entry = Слова в entries.csv, столбец «state»
codebook-words-state-of-an-occurrence = Слова в occurrences.csv, столбец «state»
codebook-words-reason = Слова в столбце «reason»
codebook-words-sharing = Слова в столбце «sharing»
codebook-words-form = Слова в столбце «form»
codebook-words-what = Слова в столбце «what»
codebook-words-kind = Слова в столбце «kind»

column-client = кодовое имя
column-entry = id заполненного листа
column-occurrence = id намеченной практики, к которой он относится; пусто: написано без сигнала
column-occurrence-own = id намеченной практики
column-entry-of = id листа, который из неё получился
column-assignment = id договорённости
column-worksheet = id рабочего листа
column-version = версия рабочего листа
column-title = название рабочего листа
column-form = какой это вариант листа
column-part = часть листа на несколько дней; «main», если часть одна
column-step = id вопроса; «notes»: записано рядом с вопросами
column-question = короткое название вопроса
column-kind = вид вопроса
column-what = чем закончился вопрос
column-item = номер в списке, от 1; пусто: не список
column-round = пусто: как есть сейчас; 1 и больше: сказано до того, как часть отложили
column-name = что оценивается, если у этого есть название от клиента или из договорённости
column-text = слова клиента или надпись на нажатой кнопке
column-number = число или оценка, как в ответе
column-code = id того, что нажато; yes — да, no — нет
column-scale-min = самое маленькое возможное число
column-scale-max = самое большое возможное число; у «chosen»: сколько строк было на выбор
column-scale-low = что значит нижний конец шкалы
column-scale-high = что значит верхний конец шкалы
column-unit = единица, в которой дано число
column-answered-utc = когда ответ стал таким, какой он есть
column-changed-later = yes: изменено после того, как лист закрыт
column-entry-state = чем закончился лист
column-sharing = какая часть листа открыта
column-recalled = yes: записано по памяти, больше часа спустя
column-began-utc = когда лист начат
column-closed-utc = когда лист закрыт; у открытого листа: его последняя закрытая часть
column-read-utc = когда лист впервые открыт здесь; пусто: ещё не открыт
column-zone = часовой пояс клиента в то время
column-after-done = сказано после: сколько из этого сделано (none — ничего, bit — немного, half — половина, most — почти всё, all — всё)
column-after-hard = сказано после: насколько трудно, от 0 до 10; «much»: слишком
column-after-useful = сказано после: насколько полезно, от 0 до 10
column-after-way = сказано после: что помешало
column-local-date = день, на который намечено, по времени клиента
column-occurrence-state = чем закончилось; у каждой практики ровно одно состояние
column-reason = почему, для тех состояний, где есть причина
column-step-reached = если сделано частично: вопрос, на котором остановка
column-snoozes = сколько раз отложено кнопкой «Позже»
column-planned-utc = на какое время намечен сигнал
column-window-ends-utc = когда закончилось время сигналов; писать можно было и потом
column-sent-utc = когда пришёл сигнал
column-reminded-utc = когда отправлено напоминание
column-opened-utc = первое нажатие; «не увидено» и «оставлено без ответа» различить нельзя
column-first-answer-utc = когда пришёл первый ответ
column-occurrence-closed-utc = когда закончилось
column-zone-planned = часовой пояс клиента, по которому намечено
column-zone-closed = часовой пояс клиента, когда закончилось

code-entry-done = дописано до конца
code-entry-partial = закрыто раньше конца
code-entry-open = впереди ещё есть части
code-state-on-time = начато в своё время
code-state-late = сделано, начато после своего времени
code-state-partial = начато и закрыто раньше конца
code-state-missed = сигнал был, не начато
code-state-skipped = пропуск по желанию клиента; не считается
code-state-declined = отказ клиента; не считается
code-state-paused = пришлось на паузу; не считается
code-state-superseded = сменилось новым сигналом; не считается
code-state-not-delivered = до клиента не дошло; не считается
code-state-planned = ещё впереди
code-state-prompted = сигнал был, ещё открыто
code-state-opened = начато, ещё открыто
code-reason-busy = занятость клиента
code-reason-unwell = плохое самочувствие клиента
code-reason-not-relevant = не подходило
code-reason-too-hard = слишком трудно
code-reason-private = негде было побыть наедине
code-reason-too-much = слишком много
code-reason-too-late = бот в нужное время не работал
code-reason-quiet = пришлось на тихие часы
code-reason-cap = сигналов на этот день уже достаточно
code-reason-spacing = слишком близко к другому сигналу
code-reason-unreachable = с чатом клиента не было связи
code-reason-refused = не принял мессенджер
code-reason-unsure = неизвестно, дошло ли
code-reason-alert = придержано после сигнала о безопасности
code-reason-halved = опущено, пока бот спрашивал через раз
code-reason-stopped = опущено, пока бот не спрашивал или клиент был без сообщений
code-sharing-all = весь лист
code-sharing-summary = оценки и к чему они; других слов нет
code-sharing-nothing = только то, что сделано
code-form-full = полный вариант
code-form-light = короткий вариант
code-form-minute = вариант на минуту
code-what-answered = ответ есть
code-what-skipped = без ответа, по желанию клиента
code-what-cannot-yet = «Пока не могу»
code-what-chosen = столько строк списка выбрано; какие именно, не открыто
code-what-given = пришло вместе с заданием, об этом не спрашивали
code-kind-text = свои слова
code-kind-choice = один ответ из нескольких
code-kind-multi = любые ответы из нескольких
code-kind-scale = оценка
code-kind-moods = чувства, у каждого оценка
code-kind-rerate = прежние чувства, оценённые снова
code-kind-text-list = несколько коротких текстов
code-kind-number = число
code-kind-date = день
code-kind-time = время дня
code-kind-clock = часы: сколько минут шли, и оценки за это время
code-kind-yes-no = да или нет
code-kind-pick = одна из прежних строк клиента
code-kind-notes = записано рядом с вопросами
