# One claim, one key: say only what is true now (homework/safety/consents.py lists those in use).
consent-title = <b>Antes de empezar</b>
consent-what = Este bot te trae la práctica que acuerdas con { $therapist }. Hace una pregunta cada vez, y guarda lo que escribes, para ti y para { $carers ->
    [one] { $therapist }.
   *[other] quienes te acompañan.
}

consent-telegram = • Los chats con bots no tienen cifrado de extremo a extremo. Telegram guarda copias de lo que escribes tú y de lo que escribe el bot.
consent-kept = • La consulta también guarda lo que escribes. Se guarda cerrado, con una llave propia para ti.
consent-operator = • La persona que lleva este bot para la consulta cuida esa llave, y por eso podría leerlo.

consent-who = • { $therapist } { $carers ->
    [one] puede
   *[other] pueden
} leer una hoja cuando está cerrada, tal como acordaste compartirla. Una hoja se cierra cuando la acabas, cuando la cortas o cuando se termina su tiempo. En una hoja de varios días, cada parte se cierra por sí sola. Hasta entonces { $therapist } solo { $carers ->
    [one] ve
   *[other] ven
} que la empezaste y hasta dónde llegaste.
consent-when = • Nadie mira este chat en vivo. { $therapist } { $carers ->
    [one] lee
   *[other] leen
} cuando hay tiempo, muchas veces solo antes de tu próxima sesión.

consent-emergency = • Este bot no es para emergencias. Envía /crisis en cualquier momento y verás a quién puedes llamar. Eso funciona aunque no aceptes lo demás.
consent-screening = • Este bot no revisa lo que escribes para buscar señales de peligro. Por favor, no cuentes con que alguien lo note. Si estás en peligro, llama.
consent-screening-on = • Un programa busca en lo que escribes algunas palabras que pueden indicar peligro. Se le escapan cosas y puede equivocarse. Si encuentra algo, ves a quién llamar, y { $therapist } { $carers ->
    [one] recibe un aviso, que a menudo lee solo en horas de trabajo.
   *[other] reciben un aviso, que a menudo leen solo en horas de trabajo.
} El aviso puede mostrar las palabras encontradas, también de una hoja que no compartes. { $carers ->
    [one] Si { $therapist } está fuera, lo recibe también quien está en su lugar. Si { $therapist } no mira,
   *[other] Si una de esas personas está fuera, lo recibe también quien está en su lugar. Si ninguna mira,
} un colega o la consulta sabe que hay un aviso. Por favor, no cuentes con que alguien lo note. Si estás en peligro, llama.

consent-right-no = • Puedes decir que no ahora. También puedes parar más tarde: después de /stop ya no llegan mensajes por su cuenta. No hace falta que des una razón.
consent-right-pause = • /pause detiene los mensajes por un tiempo.
consent-right-privacy = • /privacy muestra lo que hay guardado sobre ti, y quién leyó qué.
consent-right-copy = • /export te envía una copia.
consent-right-erase = • /forget lo borra: en el momento, o en 30 días como máximo, si la consulta está obligada a guardar registros. Lo que tiene Telegram no está en nuestras manos.
consent-after-care = • Cuando tu terapia aquí termina, lo que escribiste se guarda { $count } días más y luego se borra. Te lo digo 14 días antes.

consent-question = ¿Estás de acuerdo?
consent-agree = Estoy de acuerdo
consent-decline = No, no estoy de acuerdo

consent-changed-4 = Nuevo: ahora dice cuánto tiempo se guarda lo que escribiste cuando tu terapia aquí termina: { $count } días.
consent-changed-screening-on = Nuevo: un programa busca ahora en lo que escribes algunas palabras que pueden indicar peligro. Se le escapan cosas.
consent-changed-screening-off = Nuevo: ningún programa busca ya señales de peligro en lo que escribes, o no en este idioma.
consent-changed-days = Nuevo: cuando tu terapia aquí termina, lo que escribiste se guarda { $count } días más.
