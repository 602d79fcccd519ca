# Help now. Numbers come from the data file, never from here.
crisis-title = <b>Ayuda ahora</b>
crisis-emergency = Si tú u otra persona están en peligro ahora, llama al <b>{ $numbers }</b>.
crisis-emergency-local = Si tú u otra persona están en peligro ahora, llama al número de emergencia del lugar donde estás. O ve al hospital más cercano. O pide a alguien cerca de ti que llame por ti.
crisis-or = {" "}o{" "}
crisis-which-country = ¿En qué país estás? Tócalo, y te muestro números a los que llamar.
crisis-lines = Puedes hablar con alguien ({ $country }):
crisis-line = • { $name }: <b>{ $number }</b>
crisis-line-both = • { $name }: <b>{ $number }</b>. O escribe: { $text }
crisis-line-text = • { $name }, por escrito: <b>{ $text }</b>
crisis-day-and-night = . Abierto día y noche
crisis-hours = . Abierto: { $hours }
crisis-speaks = . Idiomas: { $languages }
crisis-no-lines = No tengo líneas de ayuda para ese país. Un centro médico, un hospital o alguien de confianza te puede ayudar a encontrar una.
crisis-no-lines-in = No tengo una línea de ayuda adecuada para { $country }. Un centro médico, un hospital o alguien de confianza te puede ayudar a encontrar una.
crisis-plan =
    <b>Tu propio plan</b>
    { $plan }
crisis-after-hours-of =
    <b>De { $therapist }, para fuera del horario de trabajo</b>
    { $text }
crisis-unwatched = Nadie lee este chat en vivo. Abrir esta página no avisa a nadie.
crisis-unwatched-tell = Nadie lee este chat en vivo. Abrir esta página no avisa a nadie. Si quieres que { $therapist } lo { $count ->
    [one] sepa
   *[other] sepan
}, toca el botón. Quizá { $therapist } lo { $count ->
    [one] vea
   *[other] vean
} más tarde: por favor, no esperes su respuesta.

crisis-tell = Avisar a { $therapist } que abrí esto
crisis-elsewhere = Estoy en otro país
crisis-not-listed = Ninguno de estos
