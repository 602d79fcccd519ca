# A therapist's own worksheets: a file is checked, looked at, published.

look-sample = (unas palabras)
sheet-no-file = Aquí puedo leer archivos de hojas: un archivo de texto cuyo nombre termina en .toml. /library muestra las hojas que hay.
sheet-too-big = No pude aceptar este archivo. Un archivo de hoja es un texto pequeño, de menos de 300 kB. Por favor, mira si es el correcto.
sheet-not-fetched = No pude recibir tu archivo de Telegram. Por favor, envíalo otra vez.
sheet-wrong = { $count ->
    [one] Hay una cosa por arreglar en este archivo. No cambió nada.
   *[other] Hay { $count } cosas por arreglar en este archivo. No cambió nada.
    }
sheet-more = … y { $count } más. Arregla estas primero, y luego envía el archivo otra vez.
sheet-same = «{ $title }» ya está en tu biblioteca, tal cual.
sheet-holds = <b>{ $title }</b>, versión { $version }: este archivo es válido. { $count ->
    [one] Un paso.
   *[other] { $count } pasos.
    }
sheet-new = Nadie la tiene aún. Mírala como la verá tu paciente, y luego publícala.
sheet-new-version = Ocupa el lugar de la versión { $known }. Quien ya empezó sigue con lo que empezó.
sheet-look = Ver: { $form }
sheet-publish = Publicar
sheet-drop = Descartar
sheet-published = «{ $title }» está en tu biblioteca. Solo tú puedes asignarla.
sheet-dropped = Descartada: «{ $title }». No se publicó nada.
sheet-looking = <i>Como la ve tu paciente, { $number } de { $count }. Las palabras entre paréntesis están en lugar de una respuesta.</i>
sheet-before = ‹ Anterior
sheet-after = Siguiente ›
sheet-back = Cerrar
sheet-dry = Esto es solo una vista.
sheet-own = tuya
sheet-withdraw = Quitarla de la biblioteca
sheet-withdrawn = «{ $title }» ya no está en tu biblioteca. Quien la tiene sigue con ella.
library-look = Como la ve tu paciente
library-send = Para añadir una tuya, envíame su archivo (.toml).
sheet-taken = Otra persona acaba de publicar una hoja con el id «{ $id }». Por favor, escribe otro id y envía el archivo otra vez.
