# After a sheet: a few questions on one message, each one tap, each optional.

wrap-head = { $count ->
    [one] Una pregunta corta sobre esto, si quieres.
   *[other] Unas preguntas cortas sobre esto, si quieres.
}
wrap-so-far = Dijiste: { $said }
wrap-ask-done = <b>¿Cuánto hiciste?</b>
wrap-ask-hard = <b>¿Qué tan difícil fue?</b>
    0 = nada difícil · 10 = lo más difícil
wrap-ask-useful = <b>¿Qué tan útil fue?</b>
    0 = nada · 10 = muy útil
wrap-ask-way = <b>¿Hubo algo que lo impidió?</b>
    Escríbelo aquí en pocas palabras, o toca «Saltar».
wrap-done-none = Nada
wrap-done-bit = Un poco
wrap-done-half = La mitad
wrap-done-most = Casi todo
wrap-done-all = Todo
wrap-said-none = nada
wrap-said-bit = un poco
wrap-said-half = la mitad
wrap-said-most = casi todo
wrap-said-all = todo
wrap-skip = Saltar
wrap-end = No más preguntas
wrap-too-much = Fue demasiado
wrap-done = hecho: { $amount }
wrap-hard = difícil: { $rating } de 10
wrap-was-too-much = fue demasiado
wrap-useful = útil: { $rating } de 10
wrap-way = lo impidió: «{ $said }»
reading-after = <b>Dicho después</b>
    { $said }
