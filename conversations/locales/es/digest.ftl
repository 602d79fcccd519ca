# For the therapist. A number always stands in a sentence that says what was counted.
digest-title = <b>Tus pacientes</b>, del { DATETIME($start, dateStyle: "medium") } al { DATETIME($end, dateStyle: "medium") }
digest-title-day = <b>Tus pacientes</b>, { DATETIME($day, dateStyle: "medium") }
digest-page-title = <b>{ $name }</b>, del { DATETIME($start, dateStyle: "medium") } al { DATETIME($end, dateStyle: "medium") }
digest-empty = Aún no tienes pacientes aquí. /invite crea un enlace.
digest-line = <b>{ $name }</b>:{" "}
digest-joiner = {" · "}
digest-alerts = { $count ->
    [one] 1 aviso de seguridad que no has visto
   *[other] { $count } avisos de seguridad que no has visto
}
digest-alerts-more = { $count ->
    [one] Espera 1 aviso de seguridad más: /alerts los muestra todos.
   *[other] Esperan { $count } avisos de seguridad más: /alerts los muestra todos.
}
digest-unconfirmed = ya está dentro, y espera a que confirmes quién es
digest-unreachable = sin contacto posible: el bot está bloqueado o el chat ya no existe
digest-silent = avisos en { $days } días, ninguno con respuesta
digest-after-hard = sin respuesta desde una entrada que le costó mucho
digest-halved = suena uno de cada dos avisos hasta su vuelta
digest-stopped = no suena nada hasta su vuelta
digest-too-much = { $count ->
    [one] dijo «demasiado» una vez
   *[other] dijo «demasiado» { $count } veces
}
digest-smaller = { $count ->
    [one] eligió una forma más corta una vez
   *[other] eligió una forma más corta { $count } veces
}
digest-unread = { $count ->
    [one] 1 entrada por leer
   *[other] { $count } entradas por leer
}
digest-unread-newest = { $count ->
    [one] 1 entrada por leer, del { DATETIME($newest, dateStyle: "medium") }
   *[other] { $count } entradas por leer, la más nueva del { DATETIME($newest, dateStyle: "medium") }
}
digest-brought = escribió algo para la sesión
digest-brought-on = Para la sesión, escrito el { DATETIME($day, dateStyle: "medium") }:
digest-changed = { $count ->
    [one] 1 cambio acordado
   *[other] { $count } cambios acordados
}
digest-paused = en pausa hasta el { DATETIME($until, dateStyle: "medium") }
digest-invited = aún no ha entrado
digest-joining = está entrando
digest-under-age = aún no tiene 18 años, así que no se le pregunta nada
digest-rate = { $rate }
digest-suggested = { $count ->
    [one] 1 propuesta espera su respuesta
   *[other] { $count } propuestas esperan su respuesta
}
digest-more = { $count ->
    [one] Aquí no cupo 1 paciente más.
   *[other] Aquí no cupieron { $count } pacientes más.
} Entradas por leer en ese grupo: { $unread }. /clients muestra todo.
digest-calm = Aquí nada espera por ti.
digest-agreed = Acordado: { $text }
digest-change = { $text }
