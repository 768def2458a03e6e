# Rondas de emparejamiento: el tablero de moderación, las respuestas de mentores.

command-round = Ver la ronda de emparejamiento y lo que necesita
command-round-start = Empezar una ronda de emparejamiento
command-round-why = Preguntar a una ronda por qué, o por qué no
command-round-swap = Intercambiar los mentores de dos mentorados
command-round-anew = Actualizar la ronda con todo el mundo tal como está ahora
command-round-drop = Abandonar un borrador
command-round-proof = Resolver la ronda otra vez y comparar
command-round-days = Fijar cuánto tiempo hay para responder
suggest-round = Ver la ronda
suggest-round-start = Empezar una ronda
suggest-round-why = Preguntar por qué no
suggest-round-swap = Intercambiar dos
suggest-round-anew = Actualizar la ronda
suggest-round-drop = Abandonarla
suggest-round-proof = Comprobar la ronda
suggest-round-days = Días para responder
action-round-board = Volver a la ronda
action-round-start = Empezar una ronda
action-round-solve = Buscar las mejores parejas
action-round-anew = Actualizarla
action-round-pairs = Ver las parejas
action-round-without = Sin mentor
action-round-waiting = Quién no ha respondido
action-round-pin = Fijar esta pareja
action-round-forbid = Esta pareja no
action-round-free = Retirar eso
action-round-review = Está bien así…
action-round-publish = Preguntar a los mentores
action-round-drop-ask = Abandonarla…
action-round-drop = Abandonarla
action-proposal-decline = Ahora no…
action-proposal-promise = Responderé a más tardar…

# Empezar

round-first = Aún no hay ninguna ronda
round-first-means = Una ronda tiene en cuenta a todas las personas que esperan y busca las parejas que dejan a menos sin mentor, con razones que puedes comprobar. Puedes fijar, prohibir e intercambiar antes de preguntar a nadie.
round-start-title = Empezar una ronda
round-start-intro = Participa quien espera mentor. No se pregunta a nadie antes de que la publiques.
field-objective = ¿Qué debe buscar la ronda?
round-start-submit = Seguir
objective-most = Más personas con mentor
objective-most-means = Tantas parejas como pueda haber y, después, el mejor total
objective-total = El mejor total
objective-total-means = La mejor suma de puntuaciones, aunque alguien se quede sin mentor
objective-fair = El reparto más justo
objective-fair-means = Más personas y, después, la peor pareja tan buena como pueda ser, luego la siguiente
objective-stable = Un reparto estable
objective-stable-means = No queda un mentor y un mentorado que preferirían formar pareja

# El tablero

round-laid = La ronda { $number } está preparada
round-mentees = Mentorados que esperan
round-mentors = Mentores
round-places = { $mentors ->
    [one] un mentor
   *[other] { $mentors } mentores
} con { $places ->
    [one] una plaza libre
   *[other] { $places } plazas libres
}
round-laid-next = Las personas están en ella tal como están ahora. Buscar las mejores parejas tarda un momento y no se pregunta a nadie.
round-draft = Ronda { $number }, borrador: { $paired } de { $mentees } con mentor
round-objective = Lo que busca
round-paired = Con mentor
round-of = { $count } de { $all }
round-total = Puntuaciones en total
round-worst = Pareja más débil
round-without = Sin mentor
round-without-count = { $count ->
    [one] Uno sin mentor
   *[other] { $count } sin mentor
}
round-decided = Tus decisiones
round-decided-count = { $pinned } fijadas, { $forbidden } separadas
round-recruits = A quién buscar ahora
round-recruit = Un mentor de { $competency } (nivel { $level } o más){ $language ->
    [any] {""}
   *[other] {" "}que hable { $language }
} con { $places ->
    [one] una plaza
   *[other] { $places } plazas
} daría mentor a { $pairs ->
    [one] una persona más.
   *[other] { $pairs } personas más.
}
round-solve-again = Resolver de nuevo
round-unsolved = Has decidido algo desde que se resolvió. Resuélvela de nuevo para ver qué cambia.
round-unchanged = Resuelta de nuevo: no ha cambiado nada.
round-changed = Resuelta de nuevo. { $how ->
    [more] Parejas: { $pairs } más
    [fewer] Parejas: { $pairs } menos
   *[same] Tantas parejas como antes
}; { $way ->
    [less] el total baja { $total }
    [more] el total sube { $total }
   *[same] el total es el mismo
}; { $moved ->
    [one] un mentorado tiene
   *[other] { $moved } mentorados tienen
} otro mentor, o ninguno.
round-draft-more = Pregunta por dos personas, fíjalas o sepáralas con /round why; intercambia mentores con /round swap; actualízala con todo el mundo tal como está ahora con /round anew; abandónala con /round drop.
round-drop-sure = ¿Abandonar la ronda { $number }?
round-drop-means = No se preguntó a nadie y nadie se entera. Tus decisiones en ella quedan registradas.
round-dropped = La ronda { $number } se abandonó
round-dropped-next = No se preguntó a nadie. Puedes empezar otra cuando quieras.
round-anew-title = ¿Actualizar la ronda { $number } con todo el mundo?
round-anew-means = Las personas, plazas y reglas de ahora sustituyen a aquellas con las que empezó la ronda, y se resuelve de nuevo. Lo que decidiste se mantiene donde aún puede.

# Listas

round-pairs = Las parejas de la ronda { $number }
round-pairs-order = Primero las más débiles. Página { $page } de { $pages }.
round-pair-pinned = { $mentor } y { $mentee } (fijada)
round-score = { $score } = { $parts }
part-cells = celdas abiertas { $score }
part-hours = horas { $score }
part-language = idioma { $score }
part-preferences = preferencias { $score }
part-wish = deseo { $score }
part-waiting = espera { $score }
round-without-title = { $count ->
    [one] Un mentorado está sin mentor
   *[other] { $count } mentorados están sin mentor
}
round-needs-nothing = No tiene ninguna celda abierta en la que alguien pudiera ayudar.
round-others-have = { $count ->
    [one] El único mentor que podría tener está completo con parejas que la ronda necesita más.
   *[other] Los { $count } mentores que podría tener están completos con parejas que la ronda necesita más.
}
round-nobody-fits = Ningún mentor de la ronda puede ser el suyo.
round-was-asked = { $count ->
    [one] Se preguntó a un mentor y no queda nadie a quien preguntar.
   *[other] Se preguntó a { $count } mentores y no queda nadie a quien preguntar.
}
round-nobody-asked = No había ningún mentor libre a quien preguntar.
round-waiting-title = { $count ->
    [one] Un mentor no ha respondido
   *[other] Faltan { $count } respuestas
}
round-answers-by = responde a más tardar el

# Por qué, y por qué no

round-why-title = ¿Por qué, o por qué no?
round-why-intro = Nombra a dos personas de la ronda. Verás por qué están juntas, o qué haría falta.
round-why-submit = Enséñamelo
field-round-mentee = ¿Qué mentorado?
field-round-mentee-help = Alguien de esta ronda. Escribe unas letras del nombre.
field-round-mentor = ¿Con qué mentor?
field-round-mentor-help = Un mentor de esta ronda. Escribe unas letras del nombre.
field-round-other = ¿Y qué otro mentorado?
round-swap-title = Intercambiar los mentores de dos mentorados
round-swap-intro = Cada uno recibe el mentor del otro, y ambas parejas quedan fijadas. Resuelve de nuevo para ver lo que cuesta.
round-swap-submit = Intercambiar
round-together = { $mentor } y { $mentee } forman pareja en esta ronda
round-apart = { $mentor } y { $mentee } no forman pareja en esta ronda
round-is-pinned = Has fijado esta pareja.
round-is-forbidden = Has decidido en contra de esta pareja.
impossible-same-member = Nadie es mentor de sí mismo.
impossible-no-place = El mentor no tiene plaza libre.
impossible-paused = El mentor no acepta a nadie nuevo por ahora.
impossible-no-language = No comparten idioma.
impossible-no-hour = No comparten ninguna hora.
impossible-nothing-to-teach = El mentor no está por encima del mentorado en ninguna celda abierta.
impossible-personal = No es posible por una regla o un deseo de una de las dos personas.
round-loss = Si se les juntara, la ronda daría mentor a { $how ->
    [more] { $pairs } más
    [fewer] { $pairs } menos
   *[same] las mismas personas
} y { $way ->
    [gain] ganaría { $score } en total.
    [lose] perdería { $score } en total.
   *[same] valdría lo mismo.
}
round-move = { $before ->
    [none] nadie
   *[other] { $before }
} → { $after ->
    [none] nadie
   *[other] { $after }
}
round-more-move = { $count ->
    [one] Se movería una persona más.
   *[other] Se moverían { $count } más.
}
round-with = { $name }, { $score }
round-pin-to-see = Fija esta pareja y resuelve de nuevo para ver lo que perdería la ronda entera.
round-score-of-two = Puntuación de la pareja
round-parts = Hecha de

# Publicar

round-review = Ronda { $number }: ¿lista para preguntar?
round-review-means = Se pregunta a { $mentors ->
    [one] un mentor
   *[other] { $mentors } mentores
} por { $pairs ->
    [one] un mentorado
   *[other] { $pairs } mentorados
}. Si alguien dice que no o calla, la pregunta pasa por sí sola a la siguiente mejor opción; a quien dijo que sí no se le cambia.
round-publish = { $mentors ->
    [one] Preguntar al mentor
   *[other] Preguntar a { $mentors } mentores
}
round-published = Ronda { $number }: { $asked ->
    [one] una pregunta va en camino
   *[other] { $asked } preguntas van en camino
}
round-published-dropped = { $count ->
    [one] Una pareja ya no es posible: el mentorado pasa a la siguiente mejor opción.
   *[other] { $count } parejas ya no son posibles: sus mentorados pasan a la siguiente mejor opción.
}
round-published-next = La ronda te avisará cuando te necesite y cuando se cierre.
round-running = Ronda { $number }: { $waiting ->
    [0] están todas las respuestas
    [one] falta una respuesta
   *[other] faltan { $waiting } respuestas
}
round-agreed = Con mentor por esta ronda
round-agreed-of = { $agreed } de { $mentees }
round-said-yes = Han dicho que sí
round-wait = No han respondido
round-said-no = Han dicho que no
round-silent = Han callado
round-next-deadline = Próximo plazo
round-needs-you = { $count ->
    [one] Para un mentorado no queda nadie a quien preguntar: busca a alguien a mano, o busca más mentores.
   *[other] Para { $count } mentorados no queda nadie a quien preguntar: busca a alguien a mano, o busca más mentores.
}
round-needs-nobody = No hace falta que hagas nada.
round-closed = La ronda { $number } está cerrada: { $paired } de { $mentees } con mentor
round-closed-next = { $count ->
    [0] Todo el mundo tiene mentor.
    [one] Quien espera cuenta más en la próxima ronda.
   *[other] Los { $count } que esperan cuentan más en la próxima ronda.
}

# Días, y la prueba

round-days-title = Cuánto tiempo tienen los mentores
round-days-intro = Vale para quienes reciban la pregunta desde ahora. Un mentor puede dar un día posterior.
round-days-remind = ¿Recordárselo tras cuántos días?
round-days-answer = ¿Preguntar a la siguiente mejor opción tras cuántos días?
round-days-done = Guardado
round-days-are = Se recuerda a los mentores tras { $remind ->
    [one] un día
   *[other] { $remind } días
}; tras { $answer ->
    [one] un día
   *[other] { $answer } días
} sin respuesta se pregunta a la siguiente mejor opción.
round-proof-same = Ronda { $number }, resuelta de nuevo: la misma respuesta
round-proof-other = Ronda { $number }, resuelta de nuevo: otra respuesta
round-engine = Motor
round-pairs-count = Parejas
round-bound = Ninguna ronda puede valer más de
round-proved = Es lo mejor que hay: las puntuaciones suman justo su límite. La prueba se guarda con la ronda.
round-not-proved = Las rondas justas y estables no tienen ese límite; la comprobación es resolver de nuevo lo que se guarda de la ronda.

# Lo que ven los mentores

proposal-answer-by = Responde, por favor, a más tardar el
told-proposal-reminder = { $name } espera tu respuesta
told-proposal-reminder-next = Sí, no, o un día en el que lo sabrás: las tres respuestas ayudan. Pasado el plazo se pregunta a otra persona, sin reproches.
told-proposal-lapsed = Se está preguntando a otra persona por { $name }
told-proposal-lapsed-next = No pasa nada, y no hay nada que hacer. Sigues en la lista para próximas rondas.
decline-title = Por ahora no
decline-intro = Tu no queda entre la moderación y tú.
decline-reason = ¿Por qué?
decline-no-time = Ahora mismo no tengo tiempo
decline-no-fit = Otra persona encaja mejor
decline-other = Otra cosa
decline-words = ¿Algo que la moderación deba saber?
decline-submit = Decir que no
promise-title = ¿Para cuándo responderás?
promise-intro = No se pregunta a nadie más antes de que acabe ese día.
promise-day = Día
promise-submit = Guardar ese día
promise-kept = Tu respuesta sobre { $name } es para el { $day }
promise-kept-next = Se te recuerda el día anterior.

# Lo que se dice a la moderación

told-round-stuck = No queda nadie a quien preguntar por { $count ->
    [one] { $names }
   *[other] { $count } mentorados, entre ellos { $names }
}
told-round-stuck-next = Todas las personas a las que la ronda podía preguntar han dicho que no o han callado. Busca a alguien a mano, o busca más mentores; las demás parejas siguen.

# Lo que sale mal

error-round-under-way = Ya hay una ronda en marcha. Mira cómo va con /round.
error-no-round = { $state ->
    [published] Esta ronda se ha publicado: se está preguntando a sus mentores. Mira /round.
    [closed] Esta ronda ha terminado. Empieza otra con /round start.
    [another] Esa era otra ronda. Mira esta con /round.
    [draft] Revisa la ronda antes de preguntar a sus mentores: /round.
   *[none] No hay ronda en la que hacer eso. Empieza una con /round start.
}
error-round-changed = Alguien ha cambiado la ronda entretanto, así que no se hizo nada. Vuelve a mirarla con /round.
error-round-not-solved = Se decidió algo desde que se resolvió la ronda. Resuélvela primero de nuevo.
error-not-in-round = Una de las dos personas no está en esta ronda. Actualízala con /round anew.
error-pair-impossible = { $rule ->
    [no-place] El mentor no tiene plaza libre.
    [paused] El mentor no acepta a nadie nuevo por ahora.
    [no-language] No comparten idioma.
    [no-hour] No comparten ninguna hora.
    [nothing-to-teach] El mentor no está por encima del mentorado en ninguna celda abierta.
    [same-member] Nadie es mentor de sí mismo.
   *[personal] No es posible por una regla o un deseo de una de las dos personas.
}
error-places-pinned = Todas las plazas de este mentor están fijadas para otras personas. Retira antes una de ellas.
error-nobody-to-pair = No hay a quién emparejar: una ronda necesita un mentorado que espere y un mentor con plaza libre.
error-nothing-to-swap = Para intercambiar mentores, dos mentorados deben tener cada uno el suyo en esta ronda, y no el mismo.
error-mentor-paused = Has dicho que no aceptas a nadie nuevo hasta el { $until }. Termina antes la pausa si quieres decir que sí.
