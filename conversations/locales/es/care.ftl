# La terapia aquí termina, o sigue con otra persona.
care-button = La terapia termina o sigue con otra persona
care-ask = <b>Terapia de { $name }</b>
    ¿Qué cambia? Nada pasa antes de que lo confirmes.
care-end = La terapia termina aquí
care-next = Un colega toma el relevo
care-beside = Un colega junto a mí
care-end-ask = Cuando la terapia de { $name } termina aquí, ya no suena nada, y desde ese momento no lees nada suyo. Se lo digo a { $name }. Lo que escribió se guarda { $count } días más y luego se borra; los dos lo saben 14 días antes. Llévate antes lo que hay que guardar.
care-alert-first = Hay un aviso de seguridad sobre { $name } que nadie ha visto aún. /alerts lo muestra. Después se puede terminar.
care-report = El informe para imprimir
care-records = El archivo para tus registros
care-end-ask-beside = Cuando termina tu terapia con { $name }, desde ese momento no lees nada suyo. Se lo digo a { $name }. La terapia sigue con { $others }: lo que está puesto sigue, y lo que escribió se queda aquí. Llévate antes lo que hay que guardar.
care-ended-beside = Tu terapia con { $name } terminó. Se lo digo. Sigue con { $others }.
care-end-yes = Terminar ahora
care-not-now = Ahora no
care-ended = La terapia de { $name } terminó aquí. Se lo digo.
care-whom-next = ¿Quién toma el relevo con { $name }? Primero pregunto a tu colega, luego a { $name }. Hasta que los dos digan que sí, nada cambia.
care-whom-beside = ¿Quién acompaña a { $name } junto a ti? Primero pregunto a tu colega, luego a { $name }. Hasta que los dos digan que sí, nada cambia.
care-nobody = No hay otro terapeuta aquí que pueda.
care-asked = Pregunto a { $who }. Si dice que sí, pregunto a { $name }.
heir-asked-next = { $name } pregunta si tomas el relevo con uno de sus pacientes. Sabrás el nombre en clave cuando también esa persona diga que sí.
heir-asked-beside = { $name } pregunta si acompañas a uno de sus pacientes junto a su terapeuta. Sabrás el nombre en clave cuando también esa persona diga que sí.
heir-yes = Sí
heir-no = No puedo
heir-agreed = Gracias. Ahora pregunto a la persona.
heir-refused = De acuerdo. Se lo digo a tu colega.
told-heir-refused = { $who } no puede acompañar a { $name }. Nada ha cambiado.
carer-asked-next = { $therapist } podría acompañarte aquí desde ahora, en lugar de quien lo hacía. Quien lo hacía ya no lee nada. { $therapist } lee las hojas nuevas tal como las compartes. También ve lo que está puesto para ti, tus listas y tu plan de seguridad. ¿Puede leer también lo que escribiste antes, tal como lo compartiste?
carer-asked-beside = { $therapist } podría acompañarte aquí también. Entonces los dos leen las hojas nuevas tal como las compartes. { $therapist } también ve lo que está puesto para ti, tus listas y tu plan de seguridad. ¿Puede leer también lo que escribiste antes, tal como lo compartiste? Si dices solo hojas nuevas, lo de antes queda solo para ti.
carer-asked-back = { $therapist } te dio el enlace y podría acompañarte aquí desde ahora. { $therapist } lee entonces las hojas nuevas tal como las compartes. También ve lo que está puesto para ti, tus listas y tu plan de seguridad. ¿Puede leer también lo que escribiste antes, tal como lo compartiste?
carer-with = Sí, eso también
carer-without = Sí, pero solo hojas nuevas
carer-no = No
carer-kept-with = Bien. { $therapist } te acompaña aquí desde ahora. /progress muestra y cambia quién puede leer cada hoja.
carer-kept-without = Bien. { $therapist } te acompaña aquí desde ahora. Lo que escribiste antes ahora es privado: las hojas, las notas para una sesión y las palabras de un aviso de seguridad. Aquí no lo lee nadie más que tú. /progress lo cambia para cada hoja. Las palabras de un aviso que aún no ha visto nadie se pueden leer, para que alguien pueda ayudarte. { $therapist } ve también lo que está puesto para ti, tus listas, tu plan de seguridad y cuándo hubo un aviso.
carer-kept-no = De acuerdo. Nada ha cambiado, y { $therapist } no lee nada tuyo.
told-heir-not-wanted = Se preguntó a una persona si la acompañas aquí, y no quiere. No ha cambiado nada, y no tienes que hacer nada.
told-back-no = { $name } usó tu enlace y no quiere que le acompañes aquí. No lees nada suyo, y ya no está en /clients.
told-back-lapsed = { $name } usó tu enlace y no ha dicho si puedes acompañarle aquí. Tras 14 días la pregunta se cerró. No lees nada suyo; /invite hace un enlace nuevo.
told-carer-no = { $name } no quiere que { $who } le acompañe aquí. Nada ha cambiado.
told-carer-yes = { $name } dijo que sí: { $who } le acompaña aquí desde ahora.
told-handed-over = { $name } dijo que sí y ahora está con { $who }. Ya no lees nada suyo.
told-care-goes-on = { $who } ya no te acompaña aquí y desde ahora no lee nada. { $others } { $count ->
    [one] sigue
   *[other] siguen
} contigo.
told-care-ended = Tu terapia aquí con { $therapist } terminó. Ya no suena nada, y ahora nadie lee aquí. Lo que escribiste se guarda { $count } días más y luego se borra; te lo digo 14 días antes. /export te manda una copia, /forget lo borra ya. /crisis siempre responde.
told-retention = { $name }: la terapia aquí terminó. El { $day } se borra lo que escribió, y nadie puede recuperarlo. También se lo digo.
trail-care-end = { $who }: terminar la terapia aquí
trail-care-next = { $who }: pedir a un colega que tome el relevo
trail-care-beside = { $who }: pedir a un colega que se una
trail-carer-with = { $who }: decir que sí a otro terapeuta, también para lo anterior
trail-carer-without = { $who }: decir que sí a otro terapeuta, solo para hojas nuevas
trail-carer-no = { $who }: decir que no a otro terapeuta

minor-button = Anotar el permiso de un tutor
minor-ask = ¿Qué edad tiene { $name }?
minor-13-15 = De 13 a 15
minor-16-17 = 16 o 17
minor-guardian = ¿Tienes el permiso de un padre, madre o tutor de { $name }, como pide tu ley, guardado fuera de este bot?
minor-guardian-yes = Sí, está guardado
minor-kept = Guardado. Ahora le pregunto a { $name }. En /crisis, las líneas para jóvenes van primero.
join-youth = Tu terapeuta dice que un padre, madre o tutor está de acuerdo con que uses este bot. Aquí no lee nada. Ahora te toca a ti: lee esto, por favor, y di que sí o que no.
trail-client-guardian = { $who }: anotar que un tutor está de acuerdo
