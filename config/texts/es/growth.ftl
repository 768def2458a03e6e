# El hilo de progreso.

command-growth = Qué es público de tus semanas, y retirarlo
suggest-growth = Mi hilo de progreso
action-entry-withdraw = Retirarlo

thread-title = Progreso de { $name }
entry-title = { $milestone ->
    [yes] Semana { $number }, { $name }: un hito
   *[other] Semana { $number }, { $name }
}
growth-title = Lo que se ve de tu progreso
growth-none = Aún no hay registros. El primero llega por sí solo.
growth-take-back = Retirar la semana { $number }
week-number = Semana { $number }
week-opened = Espera tu respuesta
week-missed = Sin respuesta
week-skipped = No se preguntó
entry-published = Pública
entry-withdrawn = Retirada
entry-none = No pública
growth-withdrawn = La semana { $number } está retirada
growth-withdrawn-means = Ahora desaparece de tu hilo de progreso. En vuestra sala se puede seguir leyendo.
