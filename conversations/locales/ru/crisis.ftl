# Help now. Numbers come from the data file, never from here.
crisis-title = <b>Помощь сейчас</b>
crisis-emergency = Если вы или кто-то другой сейчас в опасности, звоните: <b>{ $numbers }</b>.
crisis-emergency-local = Если вы или кто-то другой сейчас в опасности, звоните по номеру экстренной помощи там, где вы есть. Или идите в ближайшую больницу. Или попросите кого-нибудь рядом позвонить за вас.
crisis-or = {" "}или{" "}
crisis-which-country = В какой вы стране? Нажмите её, и я покажу, куда позвонить.
crisis-lines = С кем можно поговорить ({ $country }):
crisis-line = • { $name }: <b>{ $number }</b>
crisis-line-both = • { $name }: <b>{ $number }</b>. Или напишите: { $text }
crisis-line-text = • { $name }, письменно: <b>{ $text }</b>
crisis-day-and-night = . Днём и ночью
crisis-hours = . Часы: { $hours }
crisis-speaks = . Язык: { $languages }
crisis-no-lines = Для этой страны у меня нет телефонов помощи. Найти их поможет врач, больница или тот, кому вы доверяете.
crisis-no-lines-in = Страна: { $country }. Подходящего телефона помощи для неё у меня нет. Найти его поможет врач, больница или тот, кому вы доверяете.
crisis-plan =
    <b>Ваш собственный план</b>
    { $plan }
crisis-after-hours-of =
    <b>{ $therapist }: на время вне рабочих часов</b>
    { $text }
crisis-unwatched = Этот чат никто не читает в реальном времени. Что вы открыли эту страницу, никто не узнает.
crisis-unwatched-tell = Этот чат никто не читает в реальном времени. Что вы открыли эту страницу, никто не узнает. Если хотите, чтобы об этом знали, нажмите кнопку. Сообщение { $count ->
    [one] получит
    [few] получат
    [many] получат
   *[other] получат
} { $therapist }, но, возможно, не сразу. Поэтому, пожалуйста, не ждите ответа.

crisis-tell = Сообщить: { $therapist }
crisis-elsewhere = Я в другой стране
crisis-not-listed = Ничего из этого
