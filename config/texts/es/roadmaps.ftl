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
error-not-enrolled = Aún no sigues ninguna hoja de ruta. Mira con /roadmap enrol cuál cierra la mayor parte de tu brecha.
error-already-enrolled = Ya sigues «{ $roadmap }», y solo se sigue una hoja de ruta a la vez. Déjala primero: mira /roadmap.
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
    [handed_in] espera a la moderación
    [published] ya está publicado
   *[other] se ha dejado
}. Mira /curate para ver cómo están tus borradores.
error-draft-falls-short = Con esta hoja de ruta no se llegaría al puesto. Deja abierto: { $competencies }. Añade un paso que lleve al nivel exigido de cada una.

## Seguir una

command-roadmap = Tu próximo paso y cuándo llegas
command-roadmap-enrol = Hojas de ruta que cierran tu brecha
command-roadmap-steps = Ver uno de tus pasos
command-roadmap-add = Añadir un paso tuyo
command-roadmap-plan = Tu camino en una imagen, en el tiempo
command-roadmap-calendar = Tus pasos como archivo de calendario
command-roadmap-change = Qué cambiaría una versión más nueva
suggest-roadmap = Mi hoja de ruta
suggest-roadmap-enrol = Ver hojas de ruta
suggest-roadmap-steps = Todos mis pasos
suggest-roadmap-add = Añadir un paso
suggest-roadmap-plan = El plan
suggest-roadmap-calendar = Como calendario
suggest-roadmap-change = Ver qué cambió
action-roadmap = Mi hoja de ruta
action-roadmap-offers = Otras hojas de ruta
action-roadmap-look = Verla
action-roadmap-enrol = Empezar esta
action-roadmap-choose = Elegir qué apartar…
action-roadmap-change = Ver qué cambió
action-roadmap-take = Pasar a la versión nueva
action-roadmap-leave-ask = Dejar esta hoja de ruta…
action-roadmap-leave = Dejarla

hours-count = { $plural ->
    [one] { $hours } hora
   *[other] { $hours } horas
}
months-count = { $months ->
    [one] { $months } mes
   *[other] { $months } meses
}
years-count = { $years ->
    [one] { $years } año
   *[other] { $years } años
}
and-more = y { $count } más
column-roadmap = Hoja de ruta
column-closes = Brecha cerrada
column-steps = Pasos
column-effort = Esfuerzo
column-step = Paso
column-state = Estado
column-done-by = Fecha prevista
column-lifts = Eleva
answer-yes = Sí
answer-no = No

roadmap-in-time = Con { $hours } por semana llegas en { $month }, a tiempo para { $target }.
roadmap-late = Con { $hours } por semana llegas en { $month }, con { $late } de retraso; bastarían { $enough } por semana.
roadmap-too-late = Con { $hours } por semana llegas en { $month }, con { $late } de retraso. No basta con más horas: la cadena más larga de pasos lleva { $chain }. Salta pasos, o piensa en un día posterior.
roadmap-no-pace = No constan horas de estas semanas. Empieza el próximo paso y el plan seguirá lo que de verdad hagas.
roadmap-pace = Hasta ahora has dedicado { $given } por semana. Así llegas en { $month }{ $is_late ->
    [yes] , con { $late } de retraso
   *[no] {""}
}.
roadmap-progress = En camino
roadmap-progress-words = { $done } de { $steps } pasos, quedan { $left }
roadmap-now = Ahora: { $step }
roadmap-next = Sigue: { $step }
roadmap-nothing-ready = Ahora mismo no queda nada por hacer.
roadmap-newer = Ya está la versión { $version } de esta hoja de ruta. Mira con /roadmap change qué cambiaría para ti.
roadmap-begun = Ya estás en camino
roadmap-overtaken = { $count ->
    [one] Ya tienes el nivel de un paso abierto.
   *[other] Ya tienes los niveles de { $count } pasos abiertos.
}
roadmap-set-met-aside = Apartado lo que ya sabes
action-roadmap-set-aside = Apartarlos
roadmap-completed = La has recorrido: { $roadmap }
roadmap-completed-words = { $done ->
    [one] Un paso queda atrás. Mira qué está abierto ahora, o ponte en camino de nuevo.
   *[other] { $done } pasos quedan atrás. Mira qué está abierto ahora, o ponte en camino de nuevo.
}
roadmap-first-step = Primer paso
roadmap-begun-in-room = { $name } se ha puesto en camino

roadmap-offers = Hojas de ruta hacia { $role }
roadmap-offers-words = La primera cierra la mayor parte de tu brecha. Mírala antes de empezarla.
roadmap-offers-unrated = Aún no has valorado tus niveles, así que nada se puede apartar. Valóralos primero y las hojas de ruta se acortarán.
roadmap-no-offers = Ninguna hoja de ruta cierra nada de tu brecha. Fija metas para tus celdas abiertas, o pide a un mentor que escriba una.
roadmap-composed-title = Compuesta para tus brechas
roadmap-composed = Ninguna hoja de ruta sola encaja con tu brecha. Esta se compone de pasos de { $sources }.
roadmap-called = «{ $roadmap }»
roadmap-short = Deja abierto: { $competencies }{ $more ->
    [0] {""}
   *[other] {" "}y { $more } más
}.
roadmap-author = Autoría
roadmap-first-steps = Empieza con
roadmap-set-aside = { $count ->
    [one] Se aparta si empiezas: tienes el nivel de un paso
   *[other] Se apartan si empiezas: tienes los niveles de { $count } pasos
}
roadmap-beyond = { $count ->
    [one] Un paso más se omite: tu destino no lo pide.
   *[other] { $count } pasos más se omiten: tu destino no los pide.
}
roadmap-choose-title = Qué apartar
roadmap-choose-intro = Ya tienes los niveles de estos pasos, así que se apartan salvo que los elijas. Puedes retomar cada uno más tarde.
field-wished-steps = Pasos que harás de todos modos
field-wished-steps-help = Déjalo vacío para apartarlos todos.

roadmap-change = { $roadmap }: versión { $version }
roadmap-change-nothing = No cambia nada de lo que te queda.
roadmap-change-added = { $count ->
    [one] Un paso nuevo
   *[other] { $count } pasos nuevos
}
roadmap-change-dropped = { $count ->
    [one] Desaparece un paso
   *[other] Desaparecen { $count } pasos
}
roadmap-change-changed = { $count ->
    [one] Cambia un paso
   *[other] Cambian { $count } pasos
}
roadmap-change-kept = { $count ->
    [one] Ya no está en ella, y se conserva para ti
   *[other] Ya no están en ella, y se conservan para ti
}
roadmap-change-safe = Lo que has hecho, empezado, saltado o añadido queda como está.
roadmap-no-change = Tu hoja de ruta es de la versión más nueva
roadmap-taken = Ahora estás en la versión { $version }
roadmap-changed = { $roadmap }: ya está la versión { $version }
roadmap-changed-words = Sigues una versión anterior. Mira qué cambiaría para ti la nueva; nada de lo que hiciste se pierde.
roadmap-leave-title = ¿Dejar «{ $roadmap }»?
roadmap-leave-words = { $done ->
    [0] Puedes empezarla de nuevo, u otra, cuando quieras.
    [one] El paso que has hecho queda registrado. Puedes empezar otra hoja de ruta cuando quieras.
   *[other] Los { $done } pasos que has hecho quedan registrados. Puedes empezar otra hoja de ruta cuando quieras.
}
roadmap-left = Has dejado «{ $roadmap }»

plan-left = Queda por hacer
plan-left-really = { $written } según lo escrito, { $really } según han ido tus pasos
plan-load = Solo por las horas
plan-chain = Por la cadena más larga
plan-critical = Decide el final
plan-picture-title = Los pasos que vienen
plan-picture = Los próximos { $shown } pasos en orden, de { $left } que quedan, con líneas hacia lo que los necesita. Sigue: { $next }. El último acaba en { $month }.
calendar-title = Tu camino como calendario
calendar-words = { $count ->
    [one] Un paso en los días para los que está planificado. Descarga el archivo de nuevo cuando el plan se haya movido: la entrada se mueve con él.
   *[other] { $count } pasos en los días para los que están planificados. Descarga el archivo de nuevo cuando el plan se haya movido: las entradas se mueven con él.
}
calendar-file = Archivo de calendario (ICS)

## Pasos

action-step-begin = Empezar
action-step-done = Hecho
action-step-hours = Añadir horas
action-step-skip = Saltar
action-step-reopen = Retomarlo
action-step-pick = Todos los pasos…
action-step-share = Añadir a mi hilo de progreso
action-step-attest = Confirmar este nivel

step-lifts = Eleva
step-takes = Esfuerzo
step-effort = { $weeks ->
    [one] { $hours }, en una semana como mínimo
   *[other] { $hours }, en { $weeks } semanas como mínimo
}
step-spent = Dedicado hasta ahora
step-proof = Se da por hecho con
step-milestone = Hito, se prueba con
step-milestone-short = Hito
step-state = Estado
step-state-open = Por hacer
step-state-in-progress = En curso
step-state-done = Hecho
step-state-skipped = Saltado
step-state-set-aside = Apartado
step-state-waiting = Espera a otro
step-evidence = Lo que hay para mostrar
step-reason = Saltado porque
step-waits-for = Espera a { $steps }.

step-begun = Empezado
step-reopened = Retomado
step-worked = Horas anotadas
step-skipped = Saltado
step-added = Tu propio paso está añadido
step-finished = Hecho: { $step }
step-look = Verlo
step-finished-milestone-alone = Un hito. Cuando tengas mentor, podrá confirmar su nivel con lo que muestres.
step-finished-milestone = Un hito. En tu sala de mentoría ya se sabe, y tu mentor puede confirmar su nivel con un toque.
step-done-in-room = { $name } ha llegado a un hito
step-attested = { $competency }: nivel { $level } confirmado
step-share-words = He llegado a un hito: { $step }. { $evidence }

step-done-intro = Las dos respuestas hacen más fiel tu plan.
step-done-intro-milestone = Un hito está hecho cuando hay algo que mostrar.
field-step-evidence = ¿Qué hay para mostrar?
field-step-evidence-help = Un enlace, o una frase.
field-step-spent = Horas que llevó
field-step-spent-help = Todas, más o menos. El plan aprende de ello.
step-hours-intro = El plan sigue las horas que de verdad dedicas.
step-hours-submit = Anotar horas
field-step-given = Horas desde la última vez
field-step-given-help = Por ejemplo 2,5.
step-skip-intro = Lo que viene detrás puede seguir entonces. Puedes retomarlo.
field-skip-reason = ¿Por qué lo saltas?
field-skip-reason-help = Por ejemplo: lo hice en el trabajo el año pasado.
step-add-title = Un paso tuyo
step-add-intro = Va a continuación, y eleva un nivel una de tus competencias.
step-add-submit = Añadir paso
field-step = ¿Qué hay que hacer?
field-step-help = Por ejemplo: Revisar diez cambios arriesgados.
field-step-hours = Horas
field-step-hours-help = Esfuerzo, más o menos.
step-pick-title = ¿Qué paso?
field-which-step = Paso
field-which-step-help = Escribe una parte de su nombre.
step-pick-submit = Mostrar paso

## Hacer una

command-curate = Tus borradores de hojas de ruta y lo que espera revisión
command-curate-draft = Escribir una hoja de ruta paso a paso
command-curate-file = Escribir una hoja de ruta desde un archivo
suggest-curate = Borradores
suggest-curate-draft = Paso a paso
suggest-curate-file = Adjuntar un archivo
action-curate = Borradores
action-draft = Mostrar borrador
action-draft-begin = Paso a paso
action-draft-file = Adjuntar un archivo
action-draft-step = Añadir un paso
action-draft-hand-in = Entregarlo
action-draft-drop = Dejarlo
action-draft-review = Revisar
action-draft-publish = Publicar
action-draft-back = Devolverlo

curate-title = Hojas de ruta en preparación
curate-none = No tienes borradores. Escribe un camino que tú hayas recorrido: paso a paso aquí, o como archivo.
curate-waiting = { $count ->
    [one] Una hoja de ruta espera la revisión de la moderación.
   *[other] { $count } hojas de ruta esperan la revisión de la moderación.
}
draft-state-draft = Se está escribiendo
draft-state-handed-in = Espera a la moderación
draft-review = Revisar: { $roadmap }
draft-by = { $roadmap }, de { $name }
draft-role = Lleva a
draft-leaves-open = Aún no alcanza
draft-remark = Devuelto con estas palabras
draft-begun = Tu borrador está guardado
draft-step-added = Paso añadido
draft-handed-in = Entregado: la moderación ya lo sabe
draft-dropped = Dejado: { $roadmap }
draft-published = Publicada: { $roadmap }, versión { $version }
draft-published-words = Los miembros la encuentran desde ahora. A quienes siguen una versión anterior se les ofrece la diferencia.
draft-handed-back = Devuelto: { $roadmap }

draft-begin-title = Una hoja de ruta nueva
draft-begin-intro = Primero adónde lleva; después, un paso tras otro. Se publica cuando la moderación lo ha revisado.
draft-begin-submit = Empezar
field-draft-title = ¿Cómo se llama?
field-draft-title-help = Por ejemplo: Del soporte a la fiabilidad.
field-draft-summary = En una frase
field-draft-summary-help = De dónde adónde.
draft-file-title = Una hoja de ruta desde un archivo
draft-file-intro = YAML en el formato de docs/roadmaps.md. Un id que ya existe hace una versión nueva de esa hoja de ruta.
draft-file-submit = Leerlo
field-draft-file = Archivo
field-draft-file-help = 200 KB como mucho.
draft-step-title = Añadir un paso
draft-step-intro = Algo que hacer y que se pueda ver hecho. Los últimos campos pueden quedar vacíos.
draft-step-submit = Añadir paso
field-step-lifts = ¿Qué competencia eleva?
field-step-level = ¿A qué nivel?
field-step-level-help = De 1 a 5.
field-step-weeks = Semanas que lleva como mínimo
field-step-weeks-help = Solo donde más horas no ayudan, como un mes de guardias.
field-step-needs = ¿Qué va antes?
field-step-needs-help = Solo lo que de verdad deba ir.
field-step-resources = De dónde aprender
field-step-resources-help = Uno por línea: un título y después su dirección (https).
field-step-proof = ¿Qué lo prueba?
field-step-proof-help = Qué podría mirar un mentor. Un hito lo necesita.
field-step-milestone = ¿Es un hito?
field-step-milestone-help = Uno que prueba el nivel.
draft-back-intro = Quien lo escribió recibe tus palabras con el borrador.
field-remark = ¿Qué hay que cambiar?
field-remark-help = Con la claridad que querrías para ti.

told-draft-handed-in = { $name } ha entregado una hoja de ruta: { $roadmap }
told-draft-handed-back = Tu hoja de ruta ha vuelto: { $roadmap }
told-draft-published = Tu hoja de ruta está publicada: { $roadmap }, versión { $version }
