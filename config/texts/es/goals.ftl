# Metas.

command-goal = Tus metas y cómo van
command-goal-add = Fijar una meta que cierre celdas abiertas
suggest-goal = Mis metas
suggest-goal-add = Fijar una meta
action-goal-add = Fijar una meta
action-goal-show = Ver meta
action-goal-pick = Todas las metas…
action-goal-progress = Avance
action-goal-done = Hecha
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
   *[other] { $open ->
        [one] Una meta abierta, { $done } alcanzadas
       *[other] { $open } metas abiertas, { $done } alcanzadas
    }
}
goal-yes-no = { $state ->
    [open] Abierta, hasta el { $due }
    [done] Hecha
   *[other] Se dejó ir
}
goal-measure = { $current } de { $target }{ $has_unit ->
    [yes] {" "}{ $unit }
   *[other] {""}
}{ $has_start ->
    [yes] {" "}(desde { $start })
   *[other] {""}
}, hasta el { $due }
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
goal-finished = Alcanzada. Bien hecho
goal-dropped = Se deja ir: { $goal }
field-current = ¿Por dónde va?
field-current-help = El número de hoy.
goal-progress-submit = Guardar avance
goal-pick-title = ¿Qué meta?
field-which-goal = Meta
goal-pick-submit = Ver meta

goal-set-in-room = { $name } ha fijado una meta
goal-done-in-room = { $name } ha alcanzado una meta
