# Las listas de cada paciente, hechas en la sesión: situaciones, cada una con lo que cuesta.

list-name-fears = Lista de pasos
list-name-moments = Lista de momentos
list-button = { $name }: { $count }
list-of = <b>{ $name }: { $list }</b>
list-item = { $words } ({ $number })
list-line = { $number } · { $words }
list-line-proposed = { $number } · { $words } (propuesta de { $name })
list-line-mine = { $number } · { $words } (propuesta tuya)
list-none = Todavía no hay nada.
list-how = Lo habitual son unas diez, cada una con un número de 0 (fácil) a 100 (lo más difícil posible). Lo más fácil va primero. Lo que se practica se elige solo en la sesión.
list-add = Añadir o cambiar
list-add-ask = Una en cada línea, con el número al final. Lo que ya está recibe el número nuevo. Por ejemplo: Preguntar la hora a alguien 30
list-unread = No pude leer esto: { $lines }. El número del final va de 0 a 100. Envíalo una vez más.
list-full = En una lista caben { $most }. Primero hay que quitar algo.
list-one = { $item }
list-agree = Ponerlo en la lista
list-drop = Quitarlo de la lista
list-send = Mostrarla ahora a { $name }
list-sent = { $name } ve la lista ahora, y la encuentra en /progress cuando quiera.
told-client-list-fears = Tu lista de pasos, como quedó en la sesión. Cuál viene después se decide en la sesión.
told-client-list-moments = Tu lista de momentos, como quedó en la sesión. Cuál viene después se decide en la sesión.
told-proposed-item = { $name } propone para la lista: { $said }
my-list-fears = Mi lista de pasos
my-list-moments = Mi lista de momentos
my-list-how = Se hizo en la sesión. Cuál viene después se decide allí.
my-list-propose = Proponer algo
my-list-ask-fears = ¿Qué paso pondrías? Con un número de 0 (fácil) a 100. Por ejemplo: Ir en autobús a mediodía 40
my-list-ask-moments = ¿Qué momento pondrías? Con un número de 0 (fácil) a 100. Por ejemplo: Pedir una mesa tranquila 40
my-list-unread = Pon un número de 0 a 100 al final. Por ejemplo: Ir en autobús a mediodía 40
my-list-told = Guardado. Tu terapeuta lo lee. Queda aparte hasta que haya acuerdo.

# Lo que se elige con una práctica

chosen-item = <b>De la lista:</b> { $item }
chosen-line = <b>{ $label }:</b> { $said }
chosen-item-button = De la lista: { $item }
chosen-button = { $label }: { $said }
chosen-ask-item = ¿Cuál de la lista? Lo más fácil va primero.
chosen-now = Desde la próxima hoja, { $name } tiene esto en «{ $title }». { $name } lo sabrá.
told-client-chosen = Tu terapeuta ajustó «{ $title }». Desde la próxima hoja:
history-chosen = otro paso u otro ajuste
assign-problem-item = ¿De qué punto de la lista de { $name } se trata? Lo más fácil va primero.
