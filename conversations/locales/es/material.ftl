# What belongs to a practice: texts, links, files, voice notes.

material-button = Material para leer u oír
material-none = Aún no hay material para «{ $title }».
material-head = <b>Material para «{ $title }»</b>
material-text = «{ $name }», { $words } palabras, { $count ->
    [one] en una parte
   *[other] en { $count } partes
}
material-file = { $name }
material-add = Añadir algo
material-done = Listo
material-drop = Quitar { $number }
material-ask = Envía un texto, un enlace, un archivo (PDF, imagen o .txt, 5 MB como máximo) o un mensaje de voz. Un texto largo puede venir en varios mensajes; tu paciente lo recibe en partes de unos cinco minutos. Lo espero { $minutes } minutos. «Listo» o /cancel lo termina antes.
material-added = Añadido.
material-text-added = Añadido. Lo que escribas ahora se suma a este texto. Toca «Listo» cuando esté entero.
material-is-done = El material queda guardado. Tu paciente lo encuentra antes de las preguntas y con /today.
material-full = Tres cosas como máximo. Quita antes una.
material-too-big = Es más de 5 MB (un mensaje de voz: unos 15 minutos). Por favor, envía algo más pequeño, o un enlace.
material-too-long = Ese texto pasa de 60 000 caracteres. Por favor, envía una parte, o un enlace.
material-wrong = Puedo guardar un PDF, una imagen JPEG o PNG, un archivo .txt en UTF-8 o un mensaje de voz. Eso era otra cosa, y no guardé nada de ello.
material-not-fetched = No pude traerlo de Telegram ahora. Por favor, envíalo otra vez.
material-no-link = Un enlace empieza con https:// o http:// y nombra un sitio, sin nombre de usuario. Por favor, envíalo otra vez.
material-yours = <b>Esto va con «{ $title }»</b>
material-open = { $name }
material-read = Leer: { $name }
material-go-on = Seguir, parte { $number } de { $count }: { $name }
material-piece = Parte { $number } de { $count }, unos cinco minutos o menos.
material-place = Puedes parar aquí. Guardo dónde vas.
material-last = Esa fue la última parte.
material-next = Parte siguiente
material-first = Desde el principio
today-material = Para leer: { $title }
material-nothing = Ya no espero nada. No se adjuntó nada.
material-lapsed = Esperé material { $minutes } minutos, y ya no. Lo que acabas de enviar no se añadió a nada.
material-sheet-none = Todavía no hay material para la hoja «{ $title }». Lo que añadas va con ella cada vez que la propongas.
material-sheet-head = <b>Material para la hoja «{ $title }»</b>, cada vez que la propongas
material-sheet-is-done = El material queda guardado. Desde ahora va con esta hoja cuando la propongas.
proposal-material = Esto viene con ella, para leer u oír al empezar:
