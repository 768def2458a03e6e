# Metas.

command-goal = Tus metas y cómo van
command-goal-add = Fijar una meta que cierre celdas abiertas
suggest-goal = Mis metas
suggest-goal-add = Fijar una meta
action-goal-add = Fijar una meta
action-goal-show = Ver meta
action-goal-pick = Todas las metas…
action-goal-progress = Avance
action-goal-done = Alcanzada…
action-goal-due = Otro día…
action-goal-drop-ask = Dejarla ir…
action-goal-drop = Dejarla ir

goals-none-open = Ninguna meta abierta
goals-why = { $done ->
    [0] Una meta es algo que se nota cuando se alcanza, ligado a las celdas que cierra.
    [one] Una meta alcanzada hasta ahora. ¿Cuál es la siguiente?
   *[other] { $done } metas alcanzadas hasta ahora. ¿Cuál es la siguiente?
}
goals-title = { $done ->
    [0] { $open ->
        [one] Una meta abierta
       *[other] { $open } metas abiertas
    }
    [one] { $open ->
        [one] Una meta abierta, una alcanzada
       *[other] { $open } metas abiertas, una alcanzada
    }
   *[other] { $open ->
        [one] Una meta abierta, { $done } alcanzadas
       *[other] { $open } metas abiertas, { $done } alcanzadas
    }
}
goal-yes-no = { $state ->
    [open] Abierta, { $late ->
        [yes] era hasta el
       *[no] hasta el
    } { $due }
    [done] Hecha
   *[other] Se dejó ir
}
goal-measure = { $measured }, { $late ->
    [yes] era hasta el
   *[no] hasta el
} { $due }
goal-measured = { $current } de { $target }{ $has_unit ->
    [yes] {" "}{ $unit }
   *[other] {""}
}{ $has_start ->
    [yes] {" "}(desde { $start })
   *[other] {""}
}
goal-target-reached = Has llegado. ¿La marcas como hecha?
goal-closes = Cierra

goal-add-title = Fijar una meta
goal-add-intro = Un resultado y una fecha. Los tres últimos campos pueden quedar vacíos si la meta solo puede estar hecha o no.
goal-add-submit = Fijar meta
field-goal = ¿Qué habrás alcanzado?
field-goal-help = Por ejemplo: Dirigir dos revisiones de diseño.
field-cells = ¿Qué celdas abiertas cierra?
field-cells-help = Las más valiosas primero.
field-due = Hasta
field-target = Número que se quiere alcanzar
field-target-help = Por ejemplo 2.
field-unit = Unidad
field-unit-help = Por ejemplo revisiones.
field-start = Número de hoy
field-start-help = Si lo dejas vacío, 0.
goal-set = Tu meta está fijada
goal-moved = Avance guardado
goal-finished = Alcanzada. ¡Bien hecho!
goal-due-title = Otro día para una meta
goal-put-off = El día está cambiado
goal-drop-title = ¿Dejar ir «{ $goal }»?
goal-drop-means = Ya no se pregunta por ella y sus celdas quedan libres para otra meta. No se puede retomar.
goal-dropped = Se deja ir: { $goal }
field-current = ¿Por dónde va?
field-current-help = El número de hoy.
goal-progress-submit = Guardar avance
goal-pick-title = ¿Qué meta?
field-which-goal = Meta
goal-pick-submit = Ver meta

goal-set-in-room = { $name } ha fijado una meta
goal-done-in-room = { $name } ha alcanzado una meta

# Hitos, y por dónde iba una medida.

command-goal-milestone = Marcar con un hito el camino a una meta
suggest-goal-milestone = Añadir un hito
action-goal-milestone = Añadir un hito
goal-and-next = { $words }; siguiente: { $milestone }
goal-set-next = Uno o dos hitos hacen corto un camino largo. Tu registro pregunta cada semana por dónde va.
milestones = Por el camino
milestone-at = { $title } ({ $measured })
milestone-by = { $words }, hasta el { $due }
milestone-title = Un hito para «{ $goal }»
milestone-title-any = Un hito
milestone-intro = Algo del camino de lo que se puede decir que ya ha quedado atrás.
milestone-submit = Añadir hito
milestone-set = Hito añadido
field-milestone = ¿Qué habrás dejado atrás?
field-milestone-help = Por ejemplo: La primera revisión dirigida.
field-at = ¿En qué número?
field-at-help = Se pasa cuando tu medida llega ahí. Déjalo vacío para marcarlo tú.
field-reached = ¿Qué hitos has pasado ya?
marks = Por dónde iba ({ $shown } de { $marks })
mark-check-in = Registro
mark-by-hand = A mano
column-when = Cuándo
column-stood = Iba por
column-said-in = Dicho en

# Una meta propuesta a partir de una celda.

command-goal-draft = Proponer una meta a partir de tus celdas abiertas, en dos toques
suggest-goal-draft = Proponer una meta
action-goal-draft = Proponer una meta
action-goal-draft-set = Fijar esta meta
action-goal-draft-edit = Cambiarla antes…
action-goal-draft-pick = Otra celda…
draft-cell = { $competency } { $now } → { $needed }
draft-which = ¿Qué celda debe cerrar?
draft-which-means = Las más valiosas van primero. El siguiente toque muestra una propuesta; otro más la fija.
draft-unrated = Valórate primero: una propuesta parte de donde estás
draft-nothing-open = Ninguna celda abierta espera una meta
draft-title = Una meta para { $competency }
draft-goal = { $competency } { $level }{ $has_words ->
    [yes] : { $words }
   *[other] {""}
}
draft-measured = Se mide por
draft-measure = { $examples } { $unit }, cada uno mostrado a alguien que pueda juzgarlo
draft-unit = ejemplos
draft-pick-submit = Ver propuesta

# Alcanzar una meta, y lo que dice de ella el mentor.

action-goal-ask = Preguntar a mi mentor
action-goal-attest = Confirmar estos niveles
action-goal-levels = Otros niveles…
action-goal-hold = Todavía no…
goal-done-title = Alcanzada: { $goal }
goal-done-intro = { $has_mentor ->
    [yes] ¿Qué lo muestra? { $mentor } lo lee y dice si muestra el nivel al que apuntabas.
   *[other] ¿Qué lo muestra? Queda guardado con tu meta, para el mentor que tendrás.
}
goal-done-submit = Marcar como hecha
field-goal-evidence = Evidencia
field-goal-evidence-help = Un enlace, un trabajo, lo que dijo alguien. Nunca es público. Puedes dejarlo vacío y hablarlo.
goal-evidence = Lo que lo muestra
goal-mentor-asked = Se pregunta a { $mentor } si muestra el nivel al que apuntabas. Tu celda se mueve cuando lo diga.
goal-no-mentor = Todavía no tienes mentor que lo confirme, así que tu celda se queda donde está. Tu evidencia queda guardada: cuando tengas mentor, /goal te ofrecerá preguntarle. Mientras tanto puedes valorarte otra vez.
your-mentor = Tu mentor
goal-shows = { $competency } { $level }
goal-attest-one = Confirmar { $level }
told-to-attest = { $name } ha alcanzado una meta. ¿Qué muestra?
told-to-attest-bare = { $name } no ha escrito nada sobre ello. Pregunta en la sala de mentoría, o di lo que has visto tú.
told-to-attest-levels = Apuntaba a
goal-levels-title = ¿Qué niveles has visto?
goal-levels-submit = Confirmar
goal-hold-title = ¿Qué falta todavía?
goal-hold-submit = Enviar
field-word = ¿Por qué todavía no?
field-word-help = Una frase que ayude a { $name } a seguir. Nadie más la lee.
goal-attested = Confirmado. { $name } ya lo sabe
goal-held-back = Todavía no: { $name } ya lo sabe, con tus palabras
told-attested = { $mentor } confirma lo que has alcanzado
told-held-back = { $mentor } dice: todavía no
told-held-back-next = No se pierde nada: la meta sigue alcanzada. Muestra más cuando lo tengas, o propón el siguiente paso.
