# Buscar a alguien que dé mentoría, su respuesta y el final.

command-pair = Buscar mentor para un mentorado
suggest-pair = Buscar mentor para alguien
action-pair = Buscar mentor
action-pair-propose = Proponer
action-pairing-accept = Aceptar
action-pairing-decline = Ahora no
action-pairing-end-ask = Terminar la mentoría…
action-pairing-end-pick = Terminar una mentoría…
action-pairing-end = Terminarla

pair-title = Buscar mentor
pair-intro = Ves a los tres mentores que mejor encajan y por qué. No pasa nada hasta que propongas a uno.
pair-submit = Buscar
field-mentee = ¿Para quién?
field-mentee-help = Mentorados sin mentor. Escribe unas letras del nombre.
command-propose = Proponer a dos personas en las que piensas
suggest-propose = Proponer a dos personas
pair-with-title = Proponer a dos personas
pair-with-intro = Las personas en las que piensas: no se busca nada, pero las reglas se comprueban.
pair-with-submit = Proponer
pair-why = ¿Por qué, si una regla está en contra?
pair-why-help = Solo hace falta entonces. Se guarda con la pareja, para la moderación.
field-any-mentor = ¿Qué mentor?
pair-suggestions = { $all ->
    [one] Un mentor encaja con { $name }
   *[other] Los mejores de { $all } mentores para { $name }
}
pair-unrated = Aún no se ha valorado, así que toda competencia cuenta como abierta.
pair-suggestion = { $place }. { $name }, { $score }
pair-covers = Celdas abiertas que cubre
pair-hours = Tiempo en común
pair-hours-a-day = { $hours } horas al día
pair-hours-a-week = { $hours } horas a la semana
pair-languages = Idiomas en común
pair-propose = Proponer a { $name }
pair-nobody = Ahora mismo nadie encaja con { $name }
pair-no-mentors = Aún no hay ningún mentor.
pair-nobody-next = Invita a alguien a usar /join mentor, o pide a un mentor que ofrezca otra plaza o más idiomas; después, vuelve a mirar.
misfit-same-member = { $count ->
   *[other] Nadie puede darse mentoría a sí mismo.
}
misfit-no-place = { $count ->
    [one] Un mentor no tiene plazas libres.
   *[other] { $count } mentores no tienen plazas libres.
}
misfit-no-language = { $count ->
    [one] Un mentor no comparte ningún idioma.
   *[other] { $count } mentores no comparten ningún idioma.
}
misfit-no-hour = { $count ->
    [one] Con un mentor no coincide ninguna hora.
   *[other] Con { $count } mentores no coincide ninguna hora.
}
misfit-nothing-to-teach = { $count ->
    [one] Un mentor no está por encima en ninguna celda abierta.
   *[other] { $count } mentores no están por encima en ninguna celda abierta.
}
misfit-paused = { $count ->
    [one] Un mentor no acepta a nadie nuevo por ahora.
   *[other] { $count } mentores no aceptan a nadie nuevo por ahora.
}
misfit-personal = { $count ->
    [one] Con un mentor no es posible por una regla o un deseo de una de las dos personas.
   *[other] Con { $count } mentores no es posible por una regla o un deseo de una de las dos personas.
}
pair-proposed = Se pregunta a { $mentor } si quiere acompañar a { $mentee }
pair-proposed-next = Te llegará la respuesta.

pairing-accepted = Ahora acompañas a { $name }
pairing-accepted-next = La sala de mentoría se abre enseguida. Lo primero es saludar.
pairing-declined-by-me = Has dicho que no a acompañar a { $name }
pairing-declined-next = Está bien: un no sincero ayuda. Solo sabrá que la búsqueda sigue.
pairing-names = { $mentor } y { $mentee }
pairing-end-sure = ¿Terminar la mentoría de { $mentor } y { $mentee }?
pairing-end-means = Se avisa a las dos personas, sin motivos. La sala se puede seguir leyendo { $days ->
    [one] { $days } día
   *[other] { $days } días
} y quien recibía la mentoría puede empezar otra. No se puede deshacer.
pairing-ended = La mentoría de { $mentor } y { $mentee } ha terminado
pairing-ended-means = La sala se puede seguir leyendo { $days ->
    [one] { $days } día
   *[other] { $days } días
}. Gracias por el tiempo compartido.
pairing-pick-title = ¿Qué mentoría?
field-which-pairing = Mentoría
pairing-pick-submit = Seguir

told-proposed = ¿Acompañarías a { $name }?
told-proposed-next = Un sí abre una sala privada para las dos personas. Un no queda entre la moderación y tú.
told-suggested = Se está preguntando a un mentor por ti
told-suggested-next = Lo sabrás en cuanto haya respuesta. Hasta entonces no hay que hacer nada.
told-accepted-mentor = Ya acompañas a { $name }
told-accepted-mentor-next = La sala de mentoría se está abriendo. Saluda allí y repasa con esa persona sus celdas abiertas.
told-accepted-mentee = { $mentor } te acompaña
told-accepted-mentee-next = La sala de mentoría se está abriendo y su guía dice quién lee allí. { $has_goal ->
    [yes] Saluda y cuenta en qué trabajas.
   *[no] Saluda primero y fija después una primera meta.
}
told-accepted-moderator = { $mentor } ha dicho que sí a { $mentee }
told-declined = La búsqueda de tu mentor sigue
told-declined-next = Esta vez no ha podido ser. La moderación busca a otra persona.
told-request-declined = El mentor al que preguntaste no puede acompañarte ahora
told-request-declined-next = Eso no dice nada de ti. Pregunta a otro que encaje contigo, o espera: sigues en la lista.
told-declined-moderator = { $mentor } no puede acompañar a { $mentee } ahora
told-over-next = { $mentee } vuelve a esperar mentor, y { $mentor } tiene una plaza. Nadie tiene que decir por qué; durante un tiempo no se les vuelve a emparejar.
told-over-note = Cuando se les propuso se apartó una regla, por esta razón:
told-left = { $name } ya no está en la comunidad
told-left-next = Por eso ha terminado la mentoría de { $mentor } y { $mentee }. { $mentee_is_here ->
    [yes] { $mentee } puede empezar otra.
   *[no] No hay que hacer nada.
}
told-withdrawn = Una propuesta se ha quedado sin efecto
told-withdrawn-next = La otra persona ha dejado la comunidad. No tienes que hacer nada.
error-rule-broken = { $rule ->
    [no-language] No comparten idioma.
    [no-hour] No comparten ninguna hora.
   *[nothing-to-teach] El mentor no está por encima del mentorado en ninguna celda abierta.
} Si aun así quieres proponer a los dos, di por qué.
