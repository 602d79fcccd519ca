# The next session: for the therapist, then what the client is told.

command-session = la fecha de la próxima sesión
session-nobody = Aún no hay nadie aquí. Tu paciente entra con tu enlace y tú confirmas quién es.
session-who = ¿La próxima sesión con quién?
session-button = { $name }: { $when }
session-now = La próxima sesión con <b>{ $name }</b>: <b>{ $when }</b>, tu hora. Para moverla, toca, o escribe el día y la hora, así: jue 14:00
session-none = ¿Cuándo es la próxima sesión con <b>{ $name }</b>? Toca, o escribe el día y la hora, así: jue 14:00
session-week-on = Una semana después: { $when }
session-pick = Otro día
session-clear = Sin fecha
session-day = ¿Qué día? También puedes escribir el día y la hora, así: jue 14:00
session-hour = ¿A qué hora el { $day }? También puedes escribirla, así: 14:30
session-unread = No pude leer «{ $text }» como un día y una hora que aún no han llegado. Por favor, escríbelo así: jue 14:00, o 15/3 a las 14. Con /cancel queda como está.
session-set = La próxima sesión con { $name }: <b>{ $when }</b>, tu hora.
session-cleared = Ahora no hay próxima sesión con { $name }.
session-hanging = { $title } llega: { $when }, hora de tu paciente.
session-hanging-late = { $title }: su momento para esta sesión ya pasó, así que no llega otra vez antes de ella.
session-hanging-open = { $title } espera hasta que haya otra fecha.
session-page = Próxima sesión

told-client-session = Tu próxima sesión es: <b>{ $when }</b>, tu hora.
told-client-session-cleared = La fecha de tu próxima sesión está abierta por ahora.
told-client-hanging = { $title } llega: { $when }.
told-client-hanging-not = { $title } no suena por ahora. Siempre puedes empezarla con /log.
