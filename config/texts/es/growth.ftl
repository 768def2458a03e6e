# El hilo de progreso.

command-growth = Qué es público de tus semanas y cómo retirarlo
suggest-growth = Mi hilo de progreso
action-entry-withdraw = Retirarlo
action-entry-cheer = Dar ánimos
shortcut-add-to-growth = Añadir a mi hilo de progreso

thread-title = Progreso de { $name }
entry-title = { $milestone ->
    [yes] Semana { $number }, { $name }: un hito
   *[other] Semana { $number }, { $name }
}
entry-note-title = Una nota de { $name }
entry-cheered = Dar ánimos ({ $count })
entry-comments = { $count ->
    [one] Un comentario aquí
   *[other] { $count } comentarios aquí
}
growth-title = Lo que se ve de tu progreso
growth-none = Aún no hay registros. El primero llega por sí solo.
growth-take-back = Retirar la semana { $number }
growth-take-back-note = Retirar la nota del { $day }
growth-note = Nota del { $day }
week-number = Semana { $number }
week-opened = Espera tu respuesta
week-missed = Sin respuesta
week-skipped = No se preguntó
entry-published = Pública
entry-withdrawn = Retirada
entry-none = No pública
growth-withdrawn = La semana { $number } está retirada
growth-withdrawn-means = Ahora desaparece de tu hilo de progreso. En tu sala de mentoría se puede seguir leyendo.
growth-withdrawn-note = Tu nota está retirada
growth-withdrawn-note-means = Ahora desaparece de tu hilo de progreso y sus palabras no se guardan.

entry-note-add = Añadir a tu hilo de progreso
entry-note-intro = Lo puede leer toda la comunidad, con tu nombre. Después lo puedes retirar.
entry-note-submit = Añadirlo
entry-noted = Está en tu hilo de progreso
field-note = Con tus palabras
field-note-sure = Sí, toda la comunidad puede leerlo
field-note-sure-help = Nada se publica sin tu sí.
