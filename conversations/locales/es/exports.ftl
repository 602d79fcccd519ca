# What a therapist takes out for their records: /export, and the codebook in the file.
# Names of columns, files and codes ("state", "notes", yes, no, none …) stand as in the files.

command-export-records = una copia de lo que comparten tus pacientes, para tus registros

take-who = ¿De quién quieres sacar los registros? Recibes lo que se comparte contigo, y cuándo se planeó, se envió y se respondió. Lo que alguien guarda para sí no está ahí.
take-own = Mi propia copia, como paciente
take-nobody = Aquí aún no hay pacientes de quienes sacar registros. /invite crea un enlace.
take-period = <b>{ $name }</b>: ¿desde cuándo?
take-w4 = Las últimas 4 semanas
take-w12 = Las últimas 12 semanas
take-all = Todo
take-format = <b>{ $name }</b> · { $period }

    ¿En qué formato? Una tabla se abre en cualquier hoja de cálculo, y su libro de códigos dice qué es cada columna. JSON tiene todo lo compartido, con cada fecha y hora. FHIR es para un sistema de historias clínicas.

    { $name } puede ver en /privacy que sacaste una copia, y cuándo.
take-csv = Una tabla (CSV)
take-json = JSON
take-fhir = FHIR R4
take-being-made = <b>{ $name }</b> · { $period } · { $form }

    Se está haciendo, y llega como archivo aquí abajo.
take-here = { $name }: { $count ->
    [one] 1 hoja.
   *[other] { $count } hojas.
    }
take-here-numbers = Hojas de las que solo se comparten los números: { $count }.
take-here-kept = Hojas de las que solo se comparte que se hicieron: { $count }. { $name } guarda lo demás para sí.
take-here-keep = Guarda el archivo donde están tus registros: se abre sin llave.
take-gone = Este archivo no se pudo hacer. No se envió nada de él.
take-again = Pedirlo otra vez
take-file = { $name }-{ $day }

trail-export-therapist = { $who }: sacar una copia de lo que compartes
trail-export-operator = quienes llevan este bot para tu terapeuta: sacar una copia de lo que compartes

codebook-title = LIBRO DE CÓDIGOS
codebook-period = Días del { $start } al { $end }, según la hora local de la persona. Hecho: { $made }.
codebook-period-all = Todo hasta el { $end }, según la hora local de la persona. Hecho: { $made }.
codebook-times = Todas las horas son UTC, ISO 8601. Una columna "zone" dice qué zona horaria valía para la persona (IANA).
codebook-cells = CSV: UTF-8, comas. Una celda que una hoja de cálculo tomaría por una fórmula lleva un apóstrofo delante. La exportación JSON tiene cada texto tal como se escribió.
codebook-clients = Qué contiene. No se rellena nada, y lo que una persona guarda para sí queda fuera:
codebook-client = { $name }: entradas { $entries }, de ellas solo con números { $summary }, guardadas por la persona { $nothing } (estas figuran aquí con su estado, sin ninguna respuesta); prácticas planeadas { $occurrences }.
codebook-answers = una fila por cada respuesta, o por cada elemento de una lista
codebook-entries = una fila por cada hoja que se empezó y en la que se escribió
codebook-occurrences = una fila por cada práctica planeada
codebook-clock = minutos que corrió un reloj; luego puntuaciones de 0 a { $high }, con el minuto como nombre
codebook-scale = { $low } a { $high }
codebook-words-state-of-an-entry = Palabras de entries.csv, columna "state"
codebook-words-state-of-an-occurrence = Palabras de occurrences.csv, columna "state"
codebook-words-reason = Palabras de la columna "reason"
codebook-words-sharing = Palabras de la columna "sharing"
codebook-words-form = Palabras de la columna "form"
codebook-words-what = Palabras de la columna "what"
codebook-words-kind = Palabras de la columna "kind"

column-client = nombre en clave
column-entry = id de la hoja tal como se rellenó
column-occurrence = id de la práctica planeada a la que responde; vacío: escrita sin aviso
column-occurrence-own = id de la práctica planeada
column-entry-of = id de la hoja que salió de ella
column-assignment = id de lo acordado
column-worksheet = id del tipo de hoja
column-version = versión del tipo de hoja
column-title = título del tipo de hoja
column-form = cuál de sus versiones: completa, corta o de un minuto
column-part = parte de una hoja de varios días; "main" si hay una sola parte
column-step = id de la pregunta; "notes": escrito junto a las preguntas
column-question = nombre corto de la pregunta
column-kind = tipo de pregunta
column-what = qué pasó con la pregunta
column-item = número en una lista, desde 1; vacío: sin lista
column-round = vacío: como está ahora; 1 o más: dicho antes de que la parte se dejara para más tarde
column-name = qué se puntúa, si lo nombró la persona o lo acordado
column-text = las palabras de la persona, o el texto del botón que tocó
column-number = el número o la puntuación tal como se dio
column-code = id de lo que se tocó; yes, no
column-scale-min = el número más bajo que se podía dar
column-scale-max = el número más alto que se podía dar; con "chosen": cuántos se ofrecieron
column-scale-low = qué significa el extremo bajo de la escala
column-scale-high = qué significa el extremo alto de la escala
column-unit = unidad del número
column-answered-utc = cuándo quedó la respuesta como está
column-changed-later = yes: cambiada después de cerrarse la hoja
column-entry-state = qué pasó con la hoja
column-sharing = cuánto de ella se comparte
column-recalled = yes: contada de memoria, más de una hora después
column-began-utc = cuándo se empezó
column-closed-utc = cuándo se cerró; en una hoja abierta: su última parte cerrada
column-read-utc = cuándo se abrió aquí por primera vez; vacío: aún no
column-zone = la zona horaria de la persona en ese momento
column-after-done = dicho después: cuánto se hizo (none, bit, half, most, all)
column-after-hard = dicho después: qué tan difícil fue, de 0 a 10; "much": demasiado
column-after-useful = dicho después: qué tan útil fue, de 0 a 10
column-after-way = dicho después: qué lo impidió
column-local-date = el día para el que se planeó, según la hora local de la persona
column-occurrence-state = cómo terminó; cada una termina en un solo estado
column-reason = por qué, en los estados que tienen una razón
column-step-reached = si se hizo en parte: la pregunta en la que se paró
column-snoozes = cuántas veces se dejó para «más tarde»
column-planned-utc = cuándo estaba planeado que sonara
column-window-ends-utc = cuándo terminó el tiempo de los avisos; después aún se podía escribir
column-sent-utc = cuándo llegó el aviso
column-reminded-utc = cuándo salió el recordatorio
column-opened-utc = primer toque; nadie puede distinguir «no visto» de «no atendido»
column-first-answer-utc = cuándo llegó la primera respuesta
column-occurrence-closed-utc = cuándo terminó
column-zone-planned = la zona horaria de la persona con la que se planeó
column-zone-closed = la zona horaria de la persona cuando terminó

code-entry-done = escrita hasta el final
code-entry-partial = cerrada antes del final
code-entry-open = faltan más partes
code-state-on-time = empezada dentro de su tiempo
code-state-late = hecha, empezada después de su tiempo
code-state-partial = empezada, y cerrada antes del final
code-state-missed = con aviso, y sin empezar
code-state-skipped = la persona la saltó; no cuenta
code-state-declined = la persona la rechazó; no cuenta
code-state-paused = cayó en una pausa; no cuenta
code-state-superseded = reemplazada por el aviso siguiente; no cuenta
code-state-not-delivered = no llegó a la persona; no cuenta
code-state-planned = aún por venir
code-state-prompted = con aviso, y aún abierta
code-state-opened = empezada, y aún abierta
code-reason-busy = la persona tenía mucho que hacer
code-reason-unwell = la persona no se sentía bien
code-reason-not-relevant = no encajaba
code-reason-too-hard = era muy difícil
code-reason-private = no había un lugar a solas
code-reason-too-much = era demasiado
code-reason-too-late = el bot no funcionaba a tiempo
code-reason-quiet = cayó en horas de silencio
code-reason-cap = ya había bastantes avisos ese día
code-reason-spacing = muy cerca de otro aviso
code-reason-unreachable = sin contacto posible con el chat de la persona
code-reason-refused = el mensajero la rechazó
code-reason-unsure = nadie sabe si llegó
code-reason-alert = retenida tras un aviso de seguridad
code-reason-halved = el bot enviaba la mitad de los avisos
code-reason-stopped = el bot ya no preguntaba, o la persona paró los mensajes
code-sharing-all = la hoja entera
code-sharing-summary = sus puntuaciones, y a qué se refiere cada una; ninguna otra palabra
code-sharing-nothing = solo que se hizo
code-form-full = versión completa
code-form-light = versión corta
code-form-minute = versión de un minuto
code-what-answered = con respuesta
code-what-skipped = la persona la saltó
code-what-cannot-yet = «Aún no puedo»
code-what-chosen = se eligieron tantas líneas de una lista; cuáles no se comparte
code-what-given = vino con la práctica y no se preguntó
code-kind-text = palabras libres
code-kind-choice = una de varias respuestas
code-kind-multi = cualquiera de varias respuestas, también más de una
code-kind-scale = una puntuación
code-kind-moods = emociones, cada una con una puntuación
code-kind-rerate = emociones de antes, puntuadas otra vez
code-kind-text-list = varios textos cortos
code-kind-number = un número
code-kind-date = un día
code-kind-time = una hora del día
code-kind-clock = un reloj: los minutos que corrió, y las puntuaciones entretanto
code-kind-yes-no = sí o no
code-kind-pick = una de las líneas anteriores de la persona
code-kind-notes = escrito junto a las preguntas
