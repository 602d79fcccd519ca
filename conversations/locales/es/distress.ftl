# Desde dónde una valoración es mucho, y qué se muestra entonces.

distress-button = Cuando se pone difícil
distress-page = <b>{ $name }: { $title }</b>, cuando se pone difícil
distress-off = No hay número puesto: no se ofrece nada, por alta que sea una valoración.
distress-from = Desde { $rating } de 100 se ofrece parar y ayuda, una vez por hoja. Nunca impide escribir.
distress-exposure = En esta práctica los números altos son de lo que se trata: no se ofrece nada por ellos. Si tu paciente para mientras corre el reloj, se le puede mostrar un texto. Calmarse al salir puede mantener vivo un miedo, así que de entrada no hay ninguno.
distress-shown-none = No se muestra ningún texto.
distress-shown = A tu paciente se le muestra esto:
distress-none = Sin número
distress-own-ask = Envía el texto con tus palabras, de { $most } caracteres como mucho. Tu paciente lo lee tal cual. /cancel lo deja como estaba.
history-distress = cuando se pone difícil
grounding-none-button = Sin texto
grounding-feet-button = Pies en el suelo
grounding-senses-button = Lo que hay alrededor
grounding-breath-button = Soltar el aire despacio
grounding-own-button = Mis palabras
grounding-feet = Pon los dos pies en el suelo. Aprieta un momento y suelta. Siente lo que te sostiene: la silla o el suelo. Mira alrededor: estás aquí, en este día.
grounding-senses = Mira alrededor. Nombra cinco cosas que ves. Luego cuatro que puedes tocar, y tres que oyes.
grounding-breath = Toma aire por la nariz. Suéltalo despacio, como por una pajita. Hazlo tres veces. Basta un poco de aire.
distress-much = Es un número alto. Puedes parar aquí, y lo que escribiste queda guardado. O sigue: las dos cosas están bien. Tu terapeuta me pidió ofrecerte esto.
distress-much-over = Es un número alto. Tu terapeuta me pidió decirte: puedes tener ayuda.
distress-stop = Parar por ahora
distress-not-open = Esa hoja no está abierta ahora. Lo que escribiste en ella queda guardado.
