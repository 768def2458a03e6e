# Lo que cada cual dice de sí para que se le empareje, y las reglas propias de un programa.

## Palabras que se entienden, cada una tras una coma

hours-weekdays = laborables, días laborables, entre semana
hours-weekend = fin de semana, fines de semana, findes
hours-daily = a diario, todos los días, cada día
hours-until = a, hasta
hours-filler = de, desde, y, los, las, el, la, entre, por

field-availability = Cuándo puedes hablar
field-preferences = Lo que te importa
field-team = Tu equipo
field-paused-until = Nadie nuevo antes del
field-wishes = Con quién te gustaría aprender
nothing-said = Sin indicar

## Cuándo se puede hablar

command-availability = Cuándo puedes hablar en una semana
suggest-availability = Cuándo puedo hablar
action-availability = Cuándo puedo hablar
availability-title = ¿Cuándo puedes hablar?
availability-intro = En tu zona horaria, { $zone }. Escríbelo, marca partes de la semana, o ambas cosas. Si lo dejas vacío, cuenta como no dicho.
availability-times-help = Por ejemplo: lun-vie 18-21; sáb 9:30-12
availability-parts = Partes de la semana
daypart-weekday-mornings = Mañanas entre semana
daypart-weekday-afternoons = Tardes entre semana
daypart-weekday-evenings = Tarde-noches entre semana
daypart-weekend-mornings = Mañanas del fin de semana
daypart-weekend-afternoons = Tardes del fin de semana
daypart-weekend-evenings = Tarde-noches del fin de semana
availability-done = Guardado
availability-means = Se buscan parejas que compartan una hora a la semana o más; cuatro valen tanto como cuarenta.
availability-taken-back = No tienes horas fijas
availability-none = Así que cuentan las horas de { $start } a { $end } en tu zona horaria, { $zone }, como para quien no ha dicho nada.

## Lo que importa

command-preferences = Lo que te importa en una mentoría, y tu equipo
suggest-preferences = Lo que me importa
action-preferences = Lo que me importa
preferences-title = ¿Qué te importa?
preferences-intro = Palabras cortas, que se comparan con las de la otra persona. Lo que dicen ambas cuenta un poco; lo no dicho no cuenta.
preferences-more = Algo más
preferences-own-help = Separado por comas: a distancia, poco y a menudo
preferences-team-help = No se empareja a nadie dentro de su equipo. Déjalo vacío si no estás en ninguno.
preferences-done = Guardado
preferences-means = Al buscar parejas, la moderación ve lo que compartes con la otra persona.

## Deseos

command-wishes = Hasta tres personas con quienes te gustaría aprender
suggest-wishes = Con quién me gustaría aprender
action-wishes = Con quién me gustaría aprender
wishes-title = ¿Con quién te gustaría aprender?
wishes-intro = Hasta tres personas, primero la que más te gustaría. La moderación ve un deseo como parte de la puntuación de una pareja; a esas personas no se les dice.
wishes-first = Primer deseo
wishes-second = Segundo deseo
wishes-third = Tercer deseo
wishes-done = Tus deseos quedan guardados
wishes-mean = Un deseo hace más probable una pareja. No es una promesa: también hacen falta una plaza, una hora y algo que aprender.
wishes-none = No prefieres a nadie en particular
wishes-none-means = Así que decide lo que mejor encaja.

## Una pausa

command-pause = No acompañar a nadie nuevo hasta una fecha
command-resume = Volver a acompañar a gente nueva
suggest-pause = Hacer una pausa
suggest-resume = Volver a acompañar
action-pause = Hacer una pausa…
action-pause-end = Volver a acompañar
pause-title = ¿Hasta cuándo haces una pausa?
pause-intro = No se te propone a nadie nuevo antes de ese día. Tus mentorados y tus salas siguen; lo que una ronda te haya preguntado pasa a otra persona.
pause-submit = Hacer una pausa
pause-done = Nadie nuevo antes del { $until }
pause-means = Termina por sí sola ese día, o cuando tú lo digas.
pause-over = Vuelves a acompañar a gente nueva
pause-over-means = Te llegarán propuestas cuando haya alguien a quien puedas enseñar.

## En confianza

command-block = No formar nunca pareja de mentoría con alguien; no se dice a nadie
command-unblock = Permitir de nuevo que se te empareje con alguien
suggest-block = Que no se me empareje con alguien
suggest-unblock = Permitirlo de nuevo
action-block = Que no se me empareje con alguien
block-title = ¿Con quién no se te debe emparejar?
block-intro = No se dice a nadie: ni a esa persona ni a la moderación. No figura en ninguna lista, exportación ni razón; quien pregunte oye las mismas palabras que por una regla del programa. No hace falta un motivo. Una mentoría en marcha sigue hasta que una de las dos personas la termine.
block-whom = No con
block-submit = No emparejarnos nunca
block-done = No se te emparejará con { $name }
block-means = Esto queda entre Menteo y tú. Ni una ronda ni la moderación pueden emparejarte con esa persona.
block-all = No se te empareja con { $names }.
unblock-title = ¿Con quién se te puede volver a emparejar?
unblock-intro = Después se te puede volver a emparejar con esa persona. Tampoco esto se dice a nadie.
unblock-whom = Con
unblock-submit = Permitirlo
unblock-done = Se te puede volver a emparejar con { $name }
unblock-means = No se guarda nada de ello.

## Las reglas propias de un programa

command-matching = Las reglas con que se empareja y cuánto cuenta cada cosa
suggest-matching = Reglas para emparejar
action-matching-rules = Cambiar las reglas
action-matching-weights = Cambiar los pesos
rules-title = Cómo se empareja
rules-margin = Niveles por encima
rules-margin-help = Cuánto está quien da la mentoría, como mínimo, por encima en lo que enseña.
rules-demands = Una pareja debe compartir
rule-language = Un idioma
rule-hours = Una hora a la semana
rules-no-demands = Nada en particular
rules-cool-down = Días hasta repetir la misma pareja
rules-cool-down-help = Desde el final de su mentoría; 0 es de inmediato.
rules-days = { $days ->
    [one] { $days } día
   *[other] { $days } días
}
rules-tags = Preferencias entre las que elegir
rules-tags-help = Separadas por comas: a distancia, en persona
rules-mentees-ask = Los mentorados pueden preguntar ellos mismos a un mentor
rules-mentees-ask-help = A los mentores que encajan con ellos, con /mentors.
rules-asking = Quién pregunta a los mentores
rules-asking-who = { $mentees ->
    [yes] La moderación, y los propios mentorados con /mentors
   *[no] La moderación
}
rules-always = Siempre: no se empareja dentro de un equipo, sin plaza libre, durante una pausa ni contra un deseo dicho en confianza.
weights-title = Cuánto cuenta cada cosa
weights-intro = Lo máximo que cada parte suma a una puntuación, en centésimas.
weights-mean = En centésimas de una puntuación. Lo que nadie dijo no suma nada; cada ronda anterior sin mentoría suma 2, hasta 10.
weight-cells = Celdas abiertas que el mentor puede enseñar
weight-hours = Horas en común
weight-language = Un idioma en común
weight-preferences = Preferencias en común
weight-wish = El deseo del mentorado
