# Un chat que se bloquea: cómo se ajusta y qué se dice mientras está cerrado.

set-lock = Bloquear este chat con una clave
lock-new = Envía una clave de { $least } a { $most } caracteres. Borro tu mensaje enseguida. Si pasas un rato fuera, te la pido antes de mostrar nada. Si la olvidas, quien lleva este bot puede quitarla.
lock-unusable = Hacen falta de { $least } a { $most } caracteres, sin barra delante. Envía otra, o /cancel.
lock-is = Este chat se bloquea si no llega nada tuyo durante { $minutes } min. Entonces quito lo que envié en los dos últimos días. Lo que escribiste tú y lo más antiguo se queda: bórralo a mano. Los avisos de seguridad siguen llegando, sin palabras de nadie.
lock-minutes = { $minutes } min
lock-now = Bloquear ahora
lock-change = Clave nueva
lock-turn-off = No bloquear más
lock-idle = Desde ahora se bloquea a los { $minutes } min.
lock-off = Este chat ya no se bloquea.
lock-shut = Este chat está bloqueado. Envía tu clave para seguir. /crisis funciona siempre.
lock-news = Hay algo nuevo. Envía tu clave para leerlo.
lock-ask = Este chat está bloqueado. Envía primero tu clave. Borro el mensaje enseguida.
lock-tap = Bloqueado. Envía primero tu clave.
lock-open = Abierto otra vez. Tu clave ya no está en el chat.
lock-open-already = Este chat ya está abierto. Tu clave ya no está en el chat.
lock-wrong = No es esa. La quito del chat.
lock-wait = Demasiadas veces mal. Espera { $minutes } min. Si la olvidaste, pregunta a quien lleva este bot.
lock-taken-off = Quien lleva este bot ha quitado el bloqueo de este chat. /settings pone uno nuevo.
