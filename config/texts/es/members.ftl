# Unirse, ajustes y cómo va todo.

command-join = Participar: recibir mentoría, darla o ambas cosas
command-join-mentee = Recibir mentoría o cambiar lo que buscas
command-join-mentor = Dar mentoría o cambiar lo que ofreces
command-settings = Tu zona horaria, tus idiomas y lo que se ve de ti
command-me = Cómo vas y qué sigue
suggest-join = Participar
suggest-join-mentee = Recibir mentoría
suggest-join-mentor = Dar mentoría
suggest-settings = Ajustes
suggest-me = Cómo voy
action-join = Participar
action-join-mentee = Recibir mentoría
action-join-mentor = Dar mentoría
action-settings = Ajustes
action-me = Cómo voy
action-me-change = Cambiar…

## Unirse

join-title = ¿Cómo te gustaría participar?
join-mentee-means = Al recibir mentoría eliges el puesto hacia el que quieres crecer, ves qué falta y te acompaña alguien que ya ha recorrido ese camino.
join-mentor-means = Al dar mentoría cuentas lo que sabes y para cuántas personas tienes tiempo. Se te pregunta antes de emparejarte con nadie.
join-both = Puedes hacer ambas cosas.

join-mentee-title = Recibir mentoría
join-mentee-change = Lo que buscas
join-mentee-intro = Un minuto; todo se puede cambiar después.
join-mentee-submit = Recibir mentoría
join-mentee-done = Listo: ya tienes un rumbo
join-mentee-next = Ahora valora dónde estás hoy. En diez minutos ves por dónde empezar.
join-mentor-title = Dar mentoría
join-mentor-change = Lo que ofreces
join-mentor-intro = Tus niveles parten del puesto que ocupas; ajústalos después si no coinciden.
join-mentor-submit = Dar mentoría
join-mentor-done = Listo. Gracias por dar mentoría
join-mentor-next = { $capacity ->
    [one] Ofreces una plaza. La moderación te propone a alguien y tú dices sí o no. Las sugerencias se apoyan en estos niveles:
   *[other] Ofreces { $capacity } plazas. La moderación te propone a alguien y tú dices sí o no. Las sugerencias se apoyan en estos niveles:
}

field-destination = Puesto de destino
field-destination-help = El puesto que quieres tener en unos 18 meses. Escribe unas letras.
field-role = Tu puesto actual
field-role-help = El más parecido a lo que haces. Escribe unas letras.
field-direction = Dirección de crecimiento
direction-vertical = Hacia arriba
direction-vertical-means = Un puesto más alto en el escalafón en el que estás
direction-horizontal = Hacia un lado
direction-horizontal-means = Un puesto del mismo nivel en otro campo
direction-diagonal = Hacia arriba y hacia un lado
direction-diagonal-means = Un puesto más alto en otro campo
field-hours = Horas por semana
field-hours-help = Reuniones incluidas. Tres son un buen comienzo.
field-capacity = Mentorados a la vez
field-capacity-help = Dos son un buen comienzo.

## Ajustes

settings-title = Ajustes
settings-done = Guardado

## Cómo va todo

me-title = Cómo vas, { $name }
me-title-stranger = Cómo vas
me-programme = Programa
me-room = Sala
me-mentor = Te acompaña
me-no-mentor = Aún nadie
me-streak = Racha
me-mentees = Acompañas a
me-no-mentees = Aún a nadie
me-places = Plazas
me-places-taken = { $taken } de { $capacity } ocupadas
me-change-title = ¿Qué te gustaría cambiar?
me-change-mentee = Lo que busco
me-change-mentor = Lo que ofrezco

next-set-up = Aquí aún no hay ningún programa. Inicia uno: se tarda un minuto.
next-await-set-up = Aquí aún no hay ningún programa. Lo inicia quien administra, con /setup.
next-join = Únete para recibir mentoría, para darla o para ambas cosas.
next-answer-check-in = Tu registro semanal te espera: bastan dos frases.
next-answer-proposal = ¿Acompañarías a { $mentee }? Espera tu respuesta.
next-rate = Valora dónde estás hoy para ver qué te pide aún tu destino.
next-pair = { $waiting ->
    [one] Un mentorado espera mentor. Búscale uno.
   *[other] { $waiting } mentorados esperan mentor. Busca uno para el primero.
}
next-begin-round = { $waiting } mentorados esperan mentor. Emparéjalos en una ronda.
next-see-round = La ronda es un borrador: revísala y pregunta a los mentores.
next-set-goal = Fija tu primera meta pensando en una celda abierta.
next-await-answer = Se está preguntando a un mentor por ti. Lo sabrás en cuanto haya respuesta.
next-await-mentor = La moderación busca mentor para ti. Mientras tanto, mira qué está abierto.
next-keep-going = Todo en marcha: trabaja en tus metas hasta el próximo registro.
next-over = El último registro de este programa queda atrás. Mira tus semanas con /growth; tus metas y tu sala se quedan.
next-await-mentee = La moderación te propondrá a alguien. Hasta entonces, comprueba que tus niveles son correctos.
next-guide = Los registros de las personas a las que acompañas llegan a sus salas de mentoría. Conviene leerlos antes de cada reunión.
next-invite = Nadie espera mentor. Invita a la gente a escribir /join.
