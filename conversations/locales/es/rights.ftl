# What a client may do with what is kept about them.

command-export = una copia de lo que hay guardado sobre ti

command-stop = nada más que no hayas pedido

stop-done = Hecho. Ya no envío nada por mi cuenta. Nada cuenta en tu contra, y lo que escribiste queda guardado. Se lo digo a tu terapeuta. Aún puedes escribir con /log, y /crisis responde siempre. Con /start vuelven los mensajes.
stop-still = Ya no envío nada por mi cuenta. Con /start vuelven los mensajes.
stop-undo = Que vuelvan los mensajes
start-back = Me alegra verte. Los mensajes vuelven a llegar como se acordó. Se lo digo a tu terapeuta.
today-stopped = No envío nada por mi cuenta. Así lo elegiste.
when-back = cuando vuelvan los mensajes
told-stopped = { $name } pidió que el bot no envíe nada por su cuenta. Nada cuenta como no hecho. Aún puede escribir, y volver cuando quiera.
told-came-back = { $name } quiere mensajes otra vez. Los avisos llegan como se acordó.
digest-erased-on = quiere que se borre todo: el { DATETIME($day, dateStyle: "medium") } se borra por sí solo, así que guarda antes lo que debas guardar
digest-messages-stopped = paró los mensajes
assign-sent-stopped = Guardado para { $name }, pero no enviado: paró los mensajes. Lo ve cuando vuelva. Si es importante, habla con { $name }.

export-page = Tu copia, para leer. Se abre en el navegador de tu teléfono.
export-media = Tus mensajes de voz y fotos, y los archivos de tus prácticas.
export-data = Lo mismo para programas, con cada fecha y hora. Guarda los dos donde nadie más pueda leer.
export-just-made = Tu copia se acaba de hacer. Está arriba, o llega en un momento.

command-forget = borrar lo que hay guardado sobre ti

forget-copy = Quieres que se borre todo. Desde ahora no envío nada por mi cuenta. Aún no se ha borrado nada. ¿Quieres antes una copia? Después nadie puede hacerla.
forget-copy-button = Enviarme antes una copia
forget-once-button = Seguir sin copia
forget-keep-button = No borrar nada
forget-once = Esto borra lo que escribiste y lo que se acordó aquí, para ti y para tu terapeuta. Le digo a tu terapeuta que lo querías así. No borra lo que tenga en sus propias notas, ni lo que Telegram tenga de este chat. ¿Borrar todo?
forget-twice-button = Sí, borrar todo
forget-twice = No se puede deshacer: ni tú, ni tu terapeuta, ni la consulta pueden. ¿De verdad lo quieres?
forget-erase-button = Borrarlo ahora
forget-begins = Se está borrando ahora. Un último mensaje te dice cuándo está hecho.
forget-done = Ya está. Todo lo que había guardado aquí sobre ti está borrado, y también la llave que lo abría: las copias antiguas quedan cerradas. Lo que aún hay en este chat lo tiene Telegram: ahí puedes borrar el chat. Si necesitas ayuda, /crisis sigue mostrando a quién puedes llamar. Cuídate.
forget-waits = Tu deseo queda guardado. Se lo digo a tu terapeuta. Puede que la ley le pida guardar registros. Por eso hace eso primero, y luego borra todo aquí. El { $day } como muy tarde se borra por sí solo. Hasta entonces no envío nada por mi cuenta.
forget-kept = No se borra nada. Sigo sin enviar nada por mi cuenta hasta que lo quieras.
retention-announced = Ya nadie lee aquí. El { $day } se borra lo que escribiste, y nadie puede recuperarlo. Si quieres una copia, envía /export antes. Si quieres que se borre ahora, envía /forget.
told-erased = { $name } quiso que se borrara todo aquí, y está hecho. Nadie puede recuperarlo.
told-forget = { $name } quiere que se borre todo aquí. Por favor, guarda antes, fuera de este bot, lo que la ley te pida guardar: /export hace un archivo de lo compartido. Luego toca el botón. El { $day } se borra por sí solo.
told-keeps = Al final, { $name } quiere guardar todo. No se borra nada.
erase-ask-button = Borrarlo ahora
erase-ask = ¿Borrar todo de { $name }, como pidió? No se puede deshacer.
erase-yes-button = Sí, borrar
erase-no-button = Aún no
erase-begins = Todo de { $name } se está borrando ahora. Recibe un último mensaje.
erase-later = Aún no se ha borrado nada. El { $day } se borra por sí solo todo de { $name }.

copy-title = Lo que hay guardado sobre ti
copy-file = copia-{ $day }
copy-made = Hecha el { $day }, tu hora ({ $zone }).
copy-about = Aquí te llamas «{ $name }». Quién te atiende aquí: { $carers }.
copy-agreed = Lo que se propuso y se acordó
copy-under-way = Hojas que aún están abiertas
copy-entries = Lo que escribiste
copy-entry = Cerrada el { $day }
copy-trail = Quién hizo qué con esto, y cuándo
copy-rest = El archivo que llegó con esta página tiene lo mismo y más: cada vez que algo se planeó, se envió, se abrió y se respondió. No tiene las notas que tu terapeuta guarda para sí. Lo que Telegram tiene de este chat no está ahí.

privacy-read-head = <b>Quién leyó qué de lo tuyo últimamente</b>
privacy-read-nothing = Aquí nadie ha abierto aún nada tuyo.
privacy-read = • { $when }: { $words }

trail-you = tú
trail-house = el bot
trail-a-sheet = una hoja
trail-read-page = { $who }: abrir tu página
trail-read-brief = { $who }: recibir un resumen para la sesión
trail-read-entry = { $who }: leer «{ $title }»
trail-read-practice = { $who }: mirar lo acordado contigo
trail-read-list = { $who }: mirar una lista tuya
trail-share-all = { $who }: compartir todo «{ $title }»
trail-share-summary = { $who }: compartir solo los números de «{ $title }»
trail-share-nothing = { $who }: guardar «{ $title }» para sí
trail-export = { $who }: pedir una copia
trail-client-consent = { $who }: aceptar el texto de consentimiento
trail-client-pause = { $who }: empezar una pausa
trail-client-resume = { $who }: terminar la pausa
trail-client-stop = { $who }: parar los mensajes
trail-client-start = { $who }: dejar que vuelvan los mensajes
trail-forget-ask = { $who }: preguntar cómo borrar todo
trail-forget-keep = { $who }: al final, guardar todo
trail-forget-order = { $who }: pedir que se borre todo

set-tidy-on = Ordenar el chat tras una hoja
set-tidy-off = Dejar mi chat como está
set-tidy-now-on = Activado. Diez minutos después de una hoja borro de este chat sus preguntas y tus respuestas. Lo que escribiste queda guardado, y /progress lo muestra. El último mensaje de una hoja se queda. Telegram solo me deja borrar lo que tiene menos de 48 horas; te digo si algo es más viejo. No sé lo que Telegram mismo guarda.
set-tidy-now-off = Desactivado. Ya no se borra nada de este chat.
tidy-refused = Telegram no me dejó borrar los mensajes de una hoja. Mantenlos pulsados para borrarlos tú. Lo que escribiste queda guardado.
tidy-older =
    { $count ->
        [one] Un mensaje de la hoja tiene
       *[other] { $count } mensajes de la hoja tienen
    } más de 48 horas, y Telegram no me deja borrarlos. Mantenlos pulsados para borrarlos tú.
