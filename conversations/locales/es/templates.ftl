# Plantillas propias de cada terapeuta.

templates-button = Mis plantillas
templates-head = <b>Tus plantillas.</b> Toca una para ver qué contiene.
templates-for = <b>Tus plantillas.</b> Toca una para rellenar con ella el formulario para { $name }, o ✎ para verla antes.
templates-none = No tienes plantillas. Cuando envías una práctica, un botón la guarda como plantilla.
templates-full = Hay sitio para { $most } plantillas. Borra antes una: están en /library.
template-keep = Guardar como plantilla
template-use = Plantilla: { $name }
template-name-ask = ¿Cómo se llama la plantilla? Escribe un nombre de hasta { $most } caracteres. Solo lo ves tú. Con /cancel lo dejas.
template-keeps-words = Tus palabras del porqué, y lo demás que escribiste para { $name }, se guardan también. La siguiente persona las lee tal cual. Se quedan incluso cuando se borran los datos de { $name }. Así que déjalas fuera si hablan de { $name }.
template-keeps-bare = Tus palabras del porqué, y lo demás que escribiste para { $name }, quedan fuera y se preguntan de nuevo cada vez.
template-words = Guardar también las palabras
template-bare = Dejar fuera las palabras
template-name-long = Un nombre tiene de 1 a { $most } caracteres, con una letra o un número. Envía otro, por favor.
template-name-taken = Ya tienes una plantilla llamada { $name }. Envía otro nombre, por favor.
template-kept = <b>{ $name }</b>
    Guardada. Desde ahora /assign la ofrece con cada paciente.
template-page = <b>{ $name }</b>
template-line = <b>{ $label }:</b> { $answer }
template-rename = Otro nombre
template-name-new = ¿Cómo se llama { $name } desde ahora? Hasta { $most } caracteres. Con /cancel lo dejas.
template-renamed = Ahora se llama { $name }.
template-bared = Las palabras ya no están en { $name }. Se preguntan de nuevo cada vez.
template-delete = Borrarla
template-drop-sure = ¿Borrar la plantilla { $name }? Lo que se asignó con ella se queda.
template-drop-yes = Sí, borrarla
template-dropped = Borrada: { $name }.
