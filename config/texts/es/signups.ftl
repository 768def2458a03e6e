# Hojas de inscripción: traer una, qué significan sus encabezados y quién aún no está.

command-signups = Quién se ha inscrito con una hoja y quién aún no está
command-signups-import = Incorporar una hoja de inscripción (CSV)
suggest-signups = Inscripciones
suggest-signups-import = Incorporar una hoja
action-signups-import = Adjuntar una hoja
action-signups-headings = Decir qué significan
action-signups-page = Página siguiente
action-signups-troubles = Todas las filas omitidas
action-signups-claim = Usarlo
signups-title = Incorporar una hoja de inscripción
signups-intro = CSV, como lo exportan los formularios: una fila por persona, con su alias o id de aquí. Tráela de nuevo tras un cambio cuantas veces quieras: nadie se duplica, y vale lo que cada cual ha dicho.
signups-kind = De quién son
signups-mentees = Mentorados
signups-mentors = Mentores
signups-sheet = La hoja
signups-sheet-help = Como mucho 500 kB. Primero los mentores, si los mentorados nombran con quién desean aprender.
signups-submit = Incorporarla
signups-unknown = Encabezados desconocidos
signups-missing = Aún falta
signups-headings = ¿Qué significan estos encabezados?
signups-headings-next = Dilo una vez; se recuerda para todas las hojas de esta comunidad.
signups-headings-intro = Elige nuestra columna para cada uno, u omítelo. No pueden faltar { $needed }.
signups-left-out = Omitirlo
signups-column = { $column }
signups-take-in-mentees = Incorporar a los mentorados
signups-take-in-mentors = Incorporar a los mentores
signups-lacking = A la hoja le faltan columnas
signups-lacking-next = Añádelas y adjúntala de nuevo. La documentación sobre emparejar las describe.
signups-done = { $count ->
    [one] Se ha incorporado una fila
   *[other] Se han incorporado { $count } filas
}
signups-here = Ya están
signups-absent = Aún no están
signups-bad = Filas omitidas
signups-line = Línea { $line }
signups-cell = Línea { $line }, { $column }
signups-absent-next = Pídeles que vengan y escriban /join: allí les espera lo que inscribieron. Quien ya está con otro nombre debe figurar en la hoja con su alias o id.
signups-left = { $count ->
    [0] No se ha omitido ninguna fila
    [one] Se ha omitido una fila
   *[other] Se han omitido { $count } filas
}
signups-left-next = Corrígelas en la hoja y adjúntala de nuevo; las buenas no se duplican.
signups-all = { $count ->
    [0] Nadie se ha inscrito con una hoja
    [one] Una persona se ha inscrito con una hoja
   *[other] { $count } personas se han inscrito con una hoja
}
signed-up-waits = Ya te has inscrito
signed-up-waits-means = Lo que respondiste en el formulario de inscripción está aquí. Úsalo y cambia después lo que no sea así.
signed-up-mentees = Ya constas en { $community } para recibir mentoría
signed-up-mentors = Ya constas en { $community } para dar mentoría
signed-up-means = La moderación ha traído lo que respondiste en el formulario de inscripción. Míralo con /me y cambia lo que no sea así.
