# /progress: a client looks at their own entries.

progress-none = Aquí verás lo que has escrito. Aún no hay nada.
progress-head = <b>Lo que has escrito</b>
    { $count ->
        [one] Una entrada.
       *[other] { $count } entradas, la más nueva primero.
    } Toca una para leerla.
progress-newer = ‹ Más nuevas
progress-older = Más viejas ›
progress-back = Todas las entradas
progress-read = Tu terapeuta la abrió el { $day }.
progress-unread = Tu terapeuta aún no la abrió.
progress-read-by = { $who } la abrió el { $day }.
progress-unread-by = { $names } aún no la { $count ->
    [one] abrió
   *[other] abrieron
}.
