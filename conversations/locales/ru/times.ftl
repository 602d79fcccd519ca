# My times: a client moves the times of a practice, inside the therapist's limits.

set-times = Моё время
times-which = Какое время изменить?
times-none = Среди договорённостей нет времени, которое можно сдвинуть.
times-button = { $time } { $title }
times-ask = <b>{ $title }</b> приходит в { $time }. Какое время лучше? Подойдёт любое с { $first } до { $last }. Нажмите или наберите.
times-unread = Не получилось это понять. Напишите, пожалуйста, время так: 18:30. /cancel оставит всё как есть.
times-limits = Вы с терапевтом договорились о времени с { $first } до { $last }. Выберите, пожалуйста, что-то отсюда. О другом времени спросите терапевта.
times-close = До другого времени той же практики меньше часа. Выберите, пожалуйста, подальше.
times-moved = { $title }: теперь { $time }, а не { $before }. Терапевт об этом узнает.
times-quiet = Это было внутри ваших тихих часов, поэтому они теперь с { $start } до { $end }.
times-next = Дальше: { $when }.
times-wake = Просыпаюсь в { $work }, в выходные в { $free }
times-wake-work = Когда вы обычно просыпаетесь в рабочий день? Нажмите или наберите.
times-wake-free = А в свободный день?
times-wake-done = Вы просыпаетесь в { $work }, в свободные дни в { $free }. То, что приходит после пробуждения, сдвинется за этим.
told-times-moved = { $name } сдвигает { $title } с { $before } на { $time }.

limits-button = Можно сдвигать: { $first }–{ $last }
limits-button-none = Сдвигать время нельзя
limits-ask = В каких пределах клиент может сам сдвигать время этой практики?
limits-none = Нельзя совсем
limits-choice = С { $first } до { $last }
