# /note: a few words for the next session.

command-note = algo para la próxima sesión
note-ask = <b>Para tu próxima sesión</b>
    ¿Qué quieres llevar? Escríbelo aquí; bastan unas palabras. Queda arriba de lo que tu terapeuta lee de ti. Puedes cambiarlo o retirarlo hasta que se lea.
note-ask-add = ¿Qué quieres añadir?
note-ask-new = Escríbelo de nuevo. Toma el lugar de lo que hay ahora.
note-shown = <b>Para tu próxima sesión</b>
    { $words }

    Tu terapeuta aún no la abrió. Todavía puedes cambiarla o retirarla.
note-shown-sent = <b>Para tu próxima sesión</b>
    { $words }

    Tu terapeuta la recibió en el resumen antes de la sesión y, que yo sepa, aún no la abrió. Aquí todavía puedes cambiarla o retirarla.
note-read = Tu última nota para una sesión:
    { $words }

    Se abrió el { $at }, así que queda como está.
note-too-long = Serían { $count } caracteres; en una nota caben { $most }. Por favor, envíala un poco más corta.
note-taken-back = Retiraste tu nota. Nadie la leyó.
note-taken-back-sent = Retiraste tu nota aquí. Ya le había llegado a tu terapeuta en el resumen antes de la sesión, así que puede haberla visto allí.
note-add = Añadir algo
note-new = Escribir de nuevo
note-back = Retirar
note-for-session = Para la sesión, escrito el { $day }: «{ $words }»
trail-read-note = { $who }: leer tu nota para la sesión
trail-read-alert = { $who }: leer lo que escribiste en un aviso de seguridad
copy-notes = Tus notas para una sesión
copy-note = { $at }: { $words }
