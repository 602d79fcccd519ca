# Avisos de seguridad. A clientes: con calor y sencillez, y sin prometer que alguien vigila.
alert-thanks = Gracias por escribir esto. Aquí puedes escribirlo.
alert-note = { $names } { $count ->
    [one] recibe
   *[other] reciben
} ahora una nota: algo que escribiste quizá necesita una charla. Puede que no la { $count ->
    [one] vea
   *[other] vean
} enseguida. Nadie lee este chat en vivo, así que no esperes aquí una respuesta.
alert-note-later = { $names } { $count ->
    [one] recibe
   *[other] reciben
} ahora una nota: algo que escribiste quizá necesita una charla. Puede que no la { $count ->
    [one] vea
   *[other] vean
} antes de <b>{ $at }</b>. Nadie lee este chat en vivo, así que no esperes aquí una respuesta.
alert-nobody = Nadie lee este chat en vivo, y ahora no puedo avisar a tu terapeuta. Por favor, llama a uno de los números de arriba o a alguien de confianza.
alert-waits = No te pediré prácticas hasta que una persona lo haya mirado, o hasta <b>{ $until }</b>. Puedes escribir cuando quieras.
names-and = {" "}y{" "}
alert-can-be-wrong = Esto lo notó un programa, no una persona, y puede equivocarse. Si es así, basta un toque abajo.
flag-on = Seguir
flag-stop = Parar por ahora
alert-call-me = Decir a { $name }: quiero una llamada
flag-not-me = No era sobre mí, o no quise decir eso
alert-added = Gracias por escribir. Lo añadí a la nota. /crisis muestra con quién puedes hablar ahora.
alert-hint = Si se hace demasiado: /crisis muestra con quién puedes hablar, de día y de noche.
alert-on-free = De acuerdo. /today muestra lo que está abierto.
alert-stop-free = De acuerdo. Nada más por ahora. /crisis muestra con quién puedes hablar, de día y de noche.
alert-call-told = { $names } { $count ->
    [one] recibe
   *[other] reciben
} la nota de que quieres una llamada. Puede que no la { $count ->
    [one] vea
   *[other] vean
} enseguida. Si necesitas a alguien ahora: /crisis
alert-not-me-kept = Gracias por decirlo. La nota se queda hasta que alguien la mire, y esto queda ahora junto a ella.
alert-was-seen = { $name } ha visto la nota sobre lo que escribiste.
alert-was-taken = { $name } sabe de la nota sobre lo que escribiste y se ocupa en lugar de { $carers }. { $name } no ve tus palabras.
