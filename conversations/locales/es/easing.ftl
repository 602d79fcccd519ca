# Less, please: ways out of too much, days without an answer, and the short questions.

ease-fewer = Preguntarme menos veces
ease-full = Todos los avisos otra vez
ease-full-of = Todos los avisos: { $title }
ease-smaller = Una versión más corta
ease-hold = Pausar solo esto
ease-times = Otras horas
ease-tell = Decirlo a mi terapeuta
ease-fine = Dejarlo como está
ease-go-on = Seguir con esto
ease-fewer-done = Desde ahora pregunto una de cada dos veces por «{ $title }». Lo que ahora está abierto sigue abierto; /today lo muestra. Se lo digo a tu terapeuta.
ease-full-done = Vuelvo a preguntar todas las veces por «{ $title }».
ease-smaller-done = Desde ahora «{ $title }» llega en la { $form }. Se lo digo a tu terapeuta.
ease-smallest = Esta es la versión más corta que hay. Debajo de un aviso, «Demasiado» muestra qué más puede ayudar.
ease-hold-ask = ¿Cuánto tiempo descansa «{ $title }»? Nada de ese tiempo cuenta en tu contra.
ease-hold-length = Por favor, elige uno de estos, o escribe así: 3 días, o: hasta el viernes. Cuatro semanas es lo máximo.
ease-hold-done = «{ $title }» descansa hasta el { $until }. Todo lo demás llega como se acordó. Aún puedes escribir con /log. Se lo digo a tu terapeuta.
today-rests = «{ $title }» descansa hasta el { $until }.
ease-go-on-done = «{ $title }» vuelve a llegar como se acordó.
ease-times-ask = ¿Qué horas serían mejores para «{ $title }»? Escríbelo con tus palabras; tu terapeuta lo leerá.
ease-times-told = Se lo digo a tu terapeuta. Hasta acordar otras horas, todo sigue como está.
ease-told = Se lo digo a tu terapeuta.
ease-fine-done = Bien. Todo queda como está.
pause-one-over = Hola otra vez. «{ $title }» llega desde ahora como se acordó. Si es muy pronto, toca «Demasiado» debajo de un aviso.

silence-ask = Hola. Los últimos días hubo silencio aquí, y está bien. Desde ahora pregunto menos veces. ¿Qué te ayudaría?
silence-times = Otras horas
silence-fewer = Menos avisos
silence-smaller = Una versión más corta
silence-break = Un descanso
silence-stop = No preguntar más
silence-fine = Estoy bien
silence-fine-done = Me alegra saberlo. Los avisos llegan como se acordó.
silence-over = Me alegra verte. Los avisos vuelven a llegar como se acordó.
silence-stopped = Por ahora ya no pregunto. Nada cuenta en tu contra. Escribe o toca algo aquí, y los avisos vuelven; /today muestra lo que hay.

series-ask = Tres veces seguidas no encajó. ¿Cambiamos algo?

aside-much = ¿Fue demasiado?
aside-much-right = Estuvo bien
aside-much-bit = Un poco
aside-much-much = Demasiado
aside-reactive = Una pregunta por esta semana: ¿anotarlo cambia cómo te sientes?
aside-reactive-better = Ayuda
aside-reactive-same = No cambia nada
aside-reactive-worse = Lo hace peor
aside-thanks = Gracias.
aside-worse-done = Gracias por decirlo. Desde ahora pregunto la mitad de las veces. Se lo digo a tu terapeuta.

most-asked = <b>Lo que te pido como máximo</b>
    { $prompts } avisos y { $reminders } recordatorios al día, en total. Entre avisos de cosas distintas pasan { $minutes } minutos o más.
most-quiet = Nada suena { $quiet }.
most-set = { $practices } prácticas a la vez, y un autorregistro además.
most-later = «Más tarde» sirve { $snoozes } veces para cada aviso. Una pausa puede durar { $weeks } semanas.
most-now = Lo acordado ahora: { $count ->
    [0] ningún aviso
    [one] 1 aviso en un día completo
   *[other] { $count } avisos en un día completo
  }, cerca de { $minutes } min al día.
most-series = Para un tiempo de autorregistro acordaron más: con sus avisos pueden ser { $count } al día.
most-halved = «{ $title }» pregunta una de cada dos veces.

told-fewer = { $name } pidió menos avisos: desde ahora «{ $title }» pregunta una de cada dos veces. Es su decisión; se puede hablar de ello.
told-full = { $name } quiere otra vez todos los avisos: { $title }.
told-smaller = { $name } eligió una versión más corta desde ahora: { $title }, { $form }.
told-held = { $name } deja descansar «{ $title }» hasta el { $until }.
told-went-on = { $name } sigue con «{ $title }».
told-times = { $name } prefiere otras horas para { $title }: «{ $wish }»
told-much-of = { $name } dice que «{ $title }» es demasiado, y quiere que lo sepas.
told-worse = { $name } dice que anotar «{ $title }» lo hace peor. Desde ahora pregunta la mitad de las veces. Por favor, háblalo en la sesión.
rests-now = Gracias por decir que fue peor. Ya no te aviso de «{ $title }», y tu terapeuta recibe una nota de eso. Si lo quieres, sigue en /log.
rests-now-kept = Gracias por decir que fue peor. Ya no te aviso de «{ $title }». Tu terapeuta recibe una nota de que descansa, y no de por qué: eso queda para ti. Si lo quieres, sigue en /log.
told-rests-kept = «{ $title }» descansa para { $name } hasta su último día. Ya no se envía nada; con /log aún se puede abrir. El porqué está en hojas que { $name } guarda para sí.
told-rests = { $name } dijo { $count } veces que con «{ $title }» fue peor. Ya no se envía nada de eso; con /log aún se puede abrir. Por favor, miren en la sesión si encaja.
told-silent = { $name } no responde desde hace { $days } días con avisos. Ya no suena nada hasta su vuelta; lo que no se pregunta cuenta como no entregado.
told-there-again = { $name } está aquí de nuevo. Los avisos llegan otra vez como se acordó.
told-step-downs = { $name } hizo más corta «{ $title }» { $count } veces. ¿La cambiamos?
steps-smaller = La versión más corta desde ahora
steps-end = Terminarla
steps-keep = Dejarla como está
steps-kept = «{ $title }» queda como está.
steps-smaller-done = { $title } para { $name }: desde ahora, la { $form }. Se lo digo a { $name }.
told-client-smaller = Tu terapeuta hizo más corta «{ $title }»: desde ahora llega en la { $form }.
# A clock stands still after /pause, /stop or /crisis.
clock-stood = El reloj está parado en { $done } de { $minutes } minutos. Si quieres seguir, /today te lleva allí.
