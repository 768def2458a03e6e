# Hojas de ruta: el camino a un puesto de destino, paso a paso.

error-roadmap-empty = Esta hoja de ruta no tiene ningún paso. Añade uno primero.
error-step-twice = Dos pasos se llaman «{ $step }». Da otro nombre a uno de ellos.
error-prerequisite-unknown = El paso «{ $step }» necesita «{ $needs }», y no hay tal paso. Añádelo, o quítalo de lo necesario.
error-prerequisites-in-circle = Estos pasos se esperan unos a otros, así que ninguno podría empezar: { $steps }. Quita una de las flechas.
error-step-competency-unknown = El paso «{ $step }» eleva «{ $competency }», que el marco no conoce. Usa el id de una de sus competencias.
error-step-level-off-scale = El paso «{ $step }» eleva al nivel { $level }. Los niveles de este marco suben de { $lowest } a { $highest }.
error-step-effort-unlikely = Se dice que el paso «{ $step }» lleva { $hours } horas. Da más de 0 y { $most } como mucho; lo que lleva más son varios pasos.
error-milestone-unproved = El paso «{ $step }» es un hito y no dice qué lo prueba. Escribe qué podría mirar un mentor.
error-roadmap-role-unknown = No hay ningún puesto «{ $role }» en ese marco. Usa el id de uno de sus puestos.
error-roadmap-framework-unknown = Aquí no hay ningún marco «{ $framework }». Usa el id de uno que haya.
error-roadmap-unreadable = Eso no se puede leer como hoja de ruta{ $line ->
    [0] {""}
   *[other] {" "}(línea { $line })
}{ $field ->
    [none] {""}
   *[other] {", "}en «{ $field }»
}: { $reason }. Corrígelo y adjúntalo de nuevo; el formato está en docs/roadmaps.md.
error-not-enrolled = Aún no sigues ninguna hoja de ruta. Mira con /roadmap enrol cuál cierra más de tu brecha.
error-already-enrolled = Sigues «{ $roadmap }», y es una hoja de ruta a la vez. Déjala primero: mira /roadmap.
error-nothing-to-close = Nada de esta hoja de ruta te queda abierto: tienes todos los niveles a los que lleva.
error-step-not-ready = Este paso espera a otro: «{ $needs }». Haz ese primero, o sáltalo.
error-step-settled = Este paso { $state ->
    [done] ya está hecho
    [skipped] está saltado; retómalo para hacerlo
    [set_aside] está apartado, porque tienes su nivel; retómalo para hacerlo
   *[other] ya está por hacer
}. Mira /roadmap para ver qué sigue.
error-proof-missing = Un hito está hecho cuando hay algo que mostrar: { $proof } Escribe dónde se puede ver.
error-nothing-newer = Tu hoja de ruta ya es de la versión más nueva.
error-draft-moved-on = Ese borrador ya ha avanzado: { $state ->
    [draft] se está escribiendo
    [handed_in] espera a un moderador
    [published] ya está publicado
   *[other] se ha dejado
}. Mira /curate para ver cómo están tus borradores.
error-draft-falls-short = Con esta hoja de ruta no se llegaría al puesto. Deja abierto: { $competencies }. Añade un paso que lleve al nivel exigido de cada una.
