# What does not fit a client about a practice. What is refused says what would fit; what is warned
# of says what to do.

assign-refused = <b>Así no se puede enviar:</b>
assign-look = <b>Por favor, mira esto antes de enviar:</b>
assign-point = • { $text }
assign-change = Para cambiarlo, toca su línea abajo, y luego «Listo» otra vez.
assign-would-fit = { $count ->
    [one] Esto encajaría. Basta con un toque:
   *[other] Cualquiera de estas opciones encajaría. Basta con un toque:
}
assign-end-first = O termina primero una de estas:

assign-problem-no-why = Aún no hay una razón. Quien sabe para qué sirve lo hace más veces. Toca «Por qué» y dilo en una o dos frases.
assign-problem-why = La razón tiene más de dos frases. Por favor, acórtala: toca «Por qué» y escríbela de nuevo.
assign-problem-end = No tiene un final a la vista. Por favor, elige uno: { $count } semanas es lo máximo.
assign-problem-never = Ninguno de estos días llega antes del final. Por favor, elige días más cercanos o más tiempo: toca «Hasta».
assign-problem-quiet = { $time } cae en las horas de silencio de { $name } ({ $quiet }).
assign-problem-quiet-between = Entre las { $first } y las { $last } hay horas de silencio de { $name } ({ $quiet }).
assign-problem-quiet-waking = A ese tiempo de despertar son las { $time } para { $name }, en sus horas de silencio ({ $quiet }).
assign-problem-later = Dos horas después de escribir se pregunta a { $name } cómo está. Si empieza a las { $time }, eso llega a las { $at }, en sus horas de silencio ({ $quiet }).
assign-time-on = { $time } ({ $days })
assign-fits-one = Encajaría { $first }.
assign-fits-two = Encajaría { $first } o { $second }.
assign-problem-relaxation = La página de { $name } dice: sin relajación. Por favor, elige otra hoja. Si eso ha cambiado, cambia antes la página.
assign-problem-expressive-writing = La página de { $name } dice: sin escritura expresiva. Por favor, elige otra hoja. Si eso ha cambiado, cambia antes la página.
assign-problem-hierarchy = Una exposición es un paso de una lista hecha en la sesión, y { $name } aún no tiene ninguna. Unas diez situaciones, cada una con lo que cuesta de 0 a 100: el botón de abajo la empieza.

assign-warn-grade = Lo que va a leer { $name } es más difícil que el nivel de lectura { $most }. Hasta ese nivel casi todo el mundo lee con facilidad, también en un mal día. Ayudan las frases más cortas y las palabras de cada día.
assign-warn-grade-words = Lo que va a leer { $name } es más difícil que el nivel de lectura { $most }. Hasta ese nivel casi todo el mundo lee con facilidad, también en un mal día. Ayudan las frases más cortas y las palabras de cada día. Las palabras más largas: { $hard }.
assign-warn-unread = { $count } entradas de { $name } esperan lectura. Por favor, léelas antes: lo que nadie lee pronto deja de escribirse. /clients las muestra.

load-minutes = Con esto serían unos { $minutes } minutos al día, de media en la semana; { $most } es lo máximo para { $name }. Si es necesario que sea tanto, di por qué, por favor.
load-minutes-told = Con esto serían unos { $minutes } minutos al día, de media en la semana; { $name } dijo que { $most } son realistas. Si es necesario que sea tanto, di por qué, por favor.
load-prompts = Con esto habría { $count } avisos en un día; { $most } es lo máximo para { $name }.
load-prompts-beside = Con esto habría { $count } avisos en un día además del autorregistro; { $most } es lo máximo para { $name }.
load-practices = Con esto habría { $count } prácticas a la vez; { $most } es lo máximo para { $name }.
load-series = Con esto habría { $count } series de autorregistro; una a la vez es lo máximo.

assign-cut-light = la versión corta
assign-cut-minute = la versión de un minuto
assign-cut-times = { $count ->
    [one] una vez al día
   *[other] { $count } veces al día
}
assign-cut-days = solo { $days }
assign-end-button = Terminar: { $title }
assign-say-why = Es necesario: decir por qué
assign-why-ask = ¿Por qué es necesario que sea tanto para { $name }? Basta con una frase. { $name } no la ve.
assign-why-wrong = Por favor, dilo en una frase de { $most } letras como máximo. Con /cancel queda como está.
practice-reason = Por qué es más de lo que cabe en un día (solo lo ves tú): { $reason }
assign-warn-few = La escritura expresiva es para tres o cuatro veces. Así llega { $count ->
    [one] una vez
   *[other] { $count } veces
}.
assign-few = 4 veces, cada dos días
