# Programs: practices one after another. The therapist's form, the proposal, each step announced.

program-button = Mejor un programa
program-about = <b>{ $title }</b>: { $about }
program-preview = <b>Esto es lo que verá { $name }.</b> Aún no se envía nada.
program-head = { $count ->
    [one] Tu terapeuta te propone esto. Tú decides.
   *[other] Tu terapeuta te propone esto, en { $count } pasos. Tú decides.
}
program-title = <b>{ $title }</b>
program-step = <b>Paso { $number }:</b> { $title }, cerca de { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
}; { $schedule }, durante { $weeks ->
    [one] 1 semana
   *[other] { $weeks } semanas
}. { $begins }
program-begins-at-once = Empieza cuando digas que sí.
program-begins-after-completion = { $count ->
    [0] Empieza cuando termine el paso anterior.
    [one] Empieza cuando hayas hecho 1 hoja del paso anterior, o cuando ese termine.
   *[other] Empieza cuando hayas hecho { $count } hojas del paso anterior, o cuando ese termine.
}
program-begins-after-days = { $days ->
    [one] Empieza 1 día después de que termine el paso anterior.
   *[other] Empieza { $days } días después de que termine el paso anterior.
}
program-begins-interval = { $days ->
    [one] Empieza 1 día después de que empiece el paso anterior.
   *[other] Empieza { $days } días después de que empiece el paso anterior.
}
program-no = Te aviso antes de que empiece cada paso, y entonces puedes decir que no.
link-announced = El próximo paso acordado: <b>{ $title }</b>, cerca de { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
}; { $schedule }. Empieza el { $day }, si te parece bien.
link-yes = Sí, seguir
link-no = No, este no
link-kept = Bien. { $title } empieza entonces.
link-refused = Está bien. { $title } no empieza. Se lo digo a tu terapeuta.
link-begun = { $title } empezó el { $began } y sigue hasta el { $until }. Puedes dejarlo en pausa, o terminarlo, cuando quieras.
link-not-now = Dijiste que no a { $title }, así que no empieza. Puedes cambiar de idea.
link-waits = { $title } espera hasta que termine otra práctica. Entonces te aviso.
told-link-waits = { $title } espera para { $name }: ya hay tantas prácticas como puede haber a la vez. Se anuncia otra vez cuando termine una.
told-link = { $name } sigue con el próximo paso: { $title }.
told-link-refused = { $name } dice que no al próximo paso: { $title }. Lo que viene después espera.
assignment-chained = su turno llega más tarde
assignments-line-chained = <b>{ $name }</b>: { $title }. { $schedule }. { $state }
