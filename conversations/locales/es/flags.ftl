# A terapeutas: un nombre en clave y una hora, y las palabras de nadie.
alert-told = <b>Aviso de seguridad.</b> { $name } escribió el { $at } algo que quizá te necesita. Lo encontró un patrón; puede equivocarse.
alert-again = <b>Aviso de seguridad, aún no visto.</b> { $name } escribió el { $at } algo que quizá te necesita.
alert-backup = <b>Aviso de seguridad.</b> { $carer } recibió un aviso sobre { $name } (escrito el { $at }) y no lo ha mirado, o no se le pudo avisar. Eres el contacto de reserva. Avisa por favor a { $carer }, y pulsa «Visto» cuando te hayas hecho cargo.
alert-count = { $count } mensajes hasta ahora.
alert-call = <b>{ $name } quiere una llamada.</b> Es parte del aviso de seguridad del { $at }.
alert-call-alone = <b>{ $name } quiere una llamada.</b> La pidió el { $at }.
alert-call-again = <b>Aún no visto: { $name } quiere una llamada.</b> La pidió el { $at }.
alert-call-backup = <b>{ $name } quiere una llamada</b>, pedida el { $at }. { $carer } recibió el aviso y no lo ha mirado, o no se le pudo avisar. Eres el contacto de reserva. Avisa por favor a { $carer }, y pulsa «Visto» cuando te hayas hecho cargo.
alert-left-stop = { $name } detuvo todos los mensajes del bot. El aviso de seguridad del { $at } aún no se ha visto.
alert-left-blocked = { $name } bloqueó el bot o no se le puede escribir. El aviso de seguridad del { $at } aún no se ha visto.
alert-left-forget = { $name } pidió borrar todo. El aviso de seguridad del { $at } aún no se ha visto; lo escrito ya no está.
alert-show = Ver lo que se escribió
alert-seen = Visto
alert-contacted = Hablamos
alert-false = Falsa alarma
alert-shown-button = Lo que vio la persona
alert-shown-head = Esto se mostró, en el idioma de la persona:
alert-head = <b>Aviso de seguridad: { $name }</b>, { $at }
alert-now = Ahora: { $state }
alert-words =
    { $at } (regla { $rule }):
    <blockquote>{ $words }</blockquote>
alert-words-kept = Lo que se escribió antes de tu acompañamiento queda con la persona: así lo quiso.
alert-said-not-me = La persona pulsó: no era sobre mí, o no quise decir eso.
alert-said-call = La persona quiere una llamada.
alert-said-left = La persona se ha ido desde entonces, o detuvo todos los mensajes.
alert-state-open = aún no visto
alert-state-taken = a cargo del contacto de reserva, aún no visto
alert-state-seen = visto
alert-state-contacted = en contacto
alert-state-false-alarm = falsa alarma
alert-done-seen = Anotado: visto. { $name } lee en silencio que lo has visto. Los avisos de práctica esperan hasta que decidas, un día como mucho.
alert-done-contacted = Anotado: en contacto con { $name }. Los avisos de práctica vuelven según lo acordado.
alert-done-false-alarm = Anotado: falsa alarma. Los avisos de práctica de { $name } vuelven según lo acordado.
alert-done-taken = Anotado: te haces cargo. Aviso a quien acompaña a { $name }, y el aviso sigue ahí hasta que lo mire. { $name } lo sabe por un mensaje en silencio.
told-alert-taken = { $who }, contacto de reserva, se hace cargo del aviso de seguridad de { $name } ({ $at }), y no ha visto lo escrito. Sigue en tu resumen y en /alerts hasta que lo mires.
alert-taken-on = El contacto de reserva se hace cargo, y no ha visto lo escrito.
alert-done-gone = Anotado: visto. Aquí ya no se guarda nada de { $name }.
alert-backup-only = Lo que escribió { $name } queda entre esa persona y su terapeuta. Pulsa «Visto» cuando te hayas hecho cargo.
alerts-none = Ningún aviso de seguridad en las dos últimas semanas. Eso no dice que no hubiera nada: los patrones pasan cosas por alto.
alerts-head = <b>Avisos de seguridad</b>
alerts-line = { $name }, { $at }: { $state }, { $count ->
    [0] ningún mensaje guardado
    [one] 1 mensaje
   *[other] { $count } mensajes
}
alerts-button = { $name }, { $at }

# A quien opera el bot.
alert-operator = Un aviso de seguridad sobre { $name } del { $at } aún no lo ha mirado: { $carer }. Avísale ahora, por favor.
alert-operator-contact = Un aviso de seguridad sobre { $name } del { $at } aún no lo ha mirado { $carer }. Contacto de reserva: { $contact }. Avisa ahora a alguien de ellos, por favor.
alert-operator-nobody = Un aviso de seguridad sobre { $name } del { $at } no tiene aquí terapeuta que lo mire. Ocúpate ahora, por favor.
alert-operator-lost = Alguien escribió palabras que pueden indicar peligro y el aviso de seguridad no se pudo guardar: { $name }, { $at }. No se avisó a nadie más. Por favor, avisa ahora a su terapeuta y mira el registro.

# En el resumen, en el repaso antes de la sesión y en la página de la persona.
digest-alert-open = <b>Aviso de seguridad aún no visto:</b> { $name }, { $at }
digest-alert-taken = <b>Aviso de seguridad a cargo del contacto de reserva, aún no visto por ti:</b> { $name }, { $at }
digest-flags = { $count ->
    [one] palabras de las que quizá hablar, en 1 mensaje
   *[other] palabras de las que quizá hablar, en { $count } mensajes
}
alert-line-open = aviso de seguridad del { $at }: aún no visto
alert-line-taken = aviso de seguridad del { $at }: a cargo del contacto de reserva, aún no visto
alert-line = aviso de seguridad del { $at }: { $state }, visto { $seen }
