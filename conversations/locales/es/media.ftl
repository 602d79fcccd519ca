# Voice notes and pictures as answers, where a practice allows it.

media-voice = Mensaje de voz, { $length }
media-photo = Foto
media-open = ▶ { $label }
media-caption = { $label }
media-too-big = Es muy grande para guardarlo: un mensaje de voz puede durar unos 15 minutos, una foto 5 MB. ¿Puedes enviarlo en partes, o escribirlo?
media-not-fetched = No pude traerlo de Telegram ahora. Por favor, envíalo otra vez, o escríbelo.
media-unreadable = No pude abrir ese archivo, y no guardé nada de él. Por favor, envíalo otra vez, o escríbelo.
media-no-place = Ya no hay una pregunta abierta para eso, y no guardé nada. /log empieza una hoja.
media-one-by-one = De varias fotos a la vez tomo solo la primera. Por favor, envía las otras una por una.
media-allow = Voz y fotos como respuesta: no
media-forbid = Voz y fotos como respuesta: sí
media-allowed = Los mensajes de voz y las fotos valen como respuesta. Se guardan bajo llave, sin lugar ni datos de la cámara; Telegram tiene copias.
media-now-yes = Desde ahora { $name } puede responder a «{ $title }» también con voz y fotos. Se le avisa.
media-now-no = Desde ahora { $name } responde a «{ $title }» solo con palabras. Se le avisa.
told-client-media-yes = En «{ $title }» puedes responder también con un mensaje de voz o una foto, donde se pidan palabras.
told-client-media-no = «{ $title }» toma solo palabras desde ahora. Lo que enviaste queda como está.
history-media-yes = también voz y fotos
history-media-no = solo palabras
