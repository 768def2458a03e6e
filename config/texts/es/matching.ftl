# Lo que dice `menteo match`: qué está mal en una hoja y cómo arreglarlo, y qué ha dado una ronda.

match-which-sheets = Indica --mentors y --mentees para hojas de inscripción, o --edges y --capacity para una tabla de puntuaciones. «menteo match --help» describe sus columnas.
match-refused = { $count ->
    [one] Hay una cosa que arreglar antes; no se ha emparejado a nadie.
   *[other] Hay { $count } cosas que arreglar antes; no se ha emparejado a nadie.
}
match-more = … y { $count } más como estas.
sheet-place-file = { $file }: { $trouble }
sheet-place-line = { $file }, línea { $line }: { $trouble }
sheet-place-column = { $file }, línea { $line }, { $column }: { $trouble }
sheet-no-file = no se puede leer ({ $reason }). Comprueba el nombre.
sheet-not-utf8 = no es UTF-8. Guárdala otra vez como «CSV UTF-8».
sheet-not-csv = no es CSV ({ $reason }). Busca unas comillas sin pareja.
sheet-not-yaml = no es ni YAML ni JSON ({ $reason }).
sheet-no-map = debe tener una línea «su encabezado: nuestra columna» por columna.
sheet-map-column = se traduce a «{ $said }», que no es ninguna columna de aquí. Hay: { $known }.
sheet-no-heading = está vacía. Su primera línea nombra las columnas; { $needed } tienen que estar.
sheet-no-column = no hay ninguna columna con este nombre. La primera línea tiene { $found }. Cambia un nombre, o tradúcelo con --map.
sheet-column-twice = una segunda columna «{ $ours }». Quita una.
sheet-long = la fila tiene { $cells } celdas para { $columns } encabezados. Pon entre comillas las celdas que contienen el separador.
sheet-empty = está vacía.
sheet-twice = { $what } aparece por segunda vez; la primera, en la línea { $first }. Quita una de las dos.
sheet-number = «{ $said }» no es un número.
sheet-large = { $said } es demasiado: las puntuaciones llegan hasta { $most }.
sheet-whole = «{ $said }» no es un número entero desde 0.
sheet-no-capacity = { $who } no tiene fila en { $file }. Añade una con las personas que acepta.
sheet-levels = «{ $said }» no tiene nivel. Escríbelo como kubernetes:4, el nivel que tiene.
sheet-needs = «{ $said }» no se entiende. Escribe kubernetes:1:4:0.8 (nivel actual, nivel deseado, peso), kubernetes:4 o kubernetes.
sheet-level = «{ $said }» tiene un nivel que no es un número entero.
sheet-weight = «{ $said }» tiene un peso que no está entre 0 y 1.
sheet-hours = «{ $said }» no se entiende. Escribe Mon 18:00-20:00 o Mon-Fri 7-9, separados por punto y coma.
sheet-hours-without-zone = unas horas sin zona horaria no dicen nada. Rellena la columna zone.
sheet-zone = «{ $said }» no es una zona horaria. Escríbela como Europe/Madrid.
sheet-day = «{ $said }» no es una fecha. Escríbela como 2026-11-30.
sheet-no-role = «{ $said }» no es un puesto de un único marco de aquí. Escribe su título como lo ofrece /join.
sheet-no-competency = «{ $said }» no es una competencia del marco de ese puesto. Escribe su título.
sheet-several-accounts = «{ $said }» es de varias personas. Escribe su id, o la plataforma en una columna «platform».
sheet-level-range = «{ $said }» no está entre 0 y 5.
sheet-platform = «{ $said }» no es una plataforma. Escribe discord o telegram.
sheet-language = «{ $said }» no es un idioma. Escríbelo en español o inglés, o su código: es.
sheet-whole-some = «{ $said }» no es un número entero de 1 a 99.

match-done = { $paired } de { $mentees } mentorados tienen mentor. Sus puntuaciones suman { $total }; la más baja es { $worst }.
match-none = { $mentees ->
    [0] No hay a quién emparejar.
   *[other] Ninguna pareja es posible.
}
match-unpaired = Sin mentor: { $mentee }
reason-no-mentor = No hay ningún mentor que pueda tener.
reason-no-need = No tiene ninguna celda abierta: nada de lo que necesita está por encima de donde está.
reason-no-place = { $count ->
    [one] El único mentor que podría tener no tiene plazas.
   *[other] Los { $count } mentores que podría tener no tienen plazas.
}
reason-others = { $count ->
    [one] El único mentor que podría tener está completo con otras personas; con esta en su lugar, la ronda no sería mejor.
   *[other] Los { $count } mentores que podría tener están completos con otras personas; con esta en su lugar, la ronda no sería mejor.
}
reason-lowers = Cualquier pareja en la que podría estar bajaría el total.
recruit-like = Otro mentor como { $like } permitiría emparejar a { $pairs ->
    [one] una persona más.
   *[other] { $pairs } personas más.
}
recruit-kind = Un mentor de { $competency } (nivel { $level } o más){ $language ->
    [any] {""}
   *[other] {" "}que hable { $language }
} permitiría emparejar a { $pairs ->
    [one] una persona más.
   *[other] { $pairs } personas más.
}
