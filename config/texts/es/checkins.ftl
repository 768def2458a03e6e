# El registro semanal.

command-checkin = Responder al registro de esta semana
suggest-checkin = Responder al registro
action-checkin = Responder al registro

checkin-due = Semana { $number }: ¿cómo ha ido?
checkin-step = Tu paso actual
checkin-due-words = Bastan dos frases. Abierto hasta el { $until }.
checkin-planned = La última vez dijiste que lo siguiente sería:
checkin-nudge = La semana { $number } sigue abierta
checkin-nudge-words = Basta un minuto, y es el único recordatorio de la semana. Abierta hasta el { $until }.

checkin-title = Registro de la semana { $number }
checkin-intro = Todo se lee en tu sala de mentoría. Al final decides qué más se ve.
checkin-intro-private = Esto solo se lee en tu sala de mentoría.
checkin-submit = Enviar registro
checkin-question-learned = ¿Qué has aprendido?
checkin-question-challenge = ¿Qué te ha costado?
checkin-question-milestone = ¿Has alcanzado un hito?
checkin-question-next = ¿Qué sigue?
checkin-question-mood = ¿Con qué ánimo vas?
checkin-help-learned = Basta una cosa.
checkin-help-challenge = ¿Qué se interpuso?
checkin-help-milestone = Algo que ahora puedes hacer y antes no.
checkin-help-next = Lo que vas a probar hasta el próximo registro.
checkin-mood-help = Nunca sale de tu sala de mentoría.
checkin-goal = Meta: { $goal }
checkin-goal-help = Déjalo vacío si nada se ha movido.
checkin-goal-now = ¿Por dónde va? Hasta ahora { $words }. Déjalo vacío si nada se ha movido.
checkin-goal-open = Todavía no
checkin-goal-reached = Alcanzada
checkin-answer-learned = Aprendido
checkin-answer-challenge = Dificultad
checkin-answer-milestone = Hito
checkin-answer-next = Lo que sigue
checkin-answer-mood = Ánimo
mood-great = Genial
mood-good = Bien
mood-okay = Regular
mood-low = Bajo
mood-rough = Por los suelos
checkin-keep-private = Que quede entre tu mentor y tú
checkin-keep-private-help = Respuestas que se quedan en tu sala aunque compartas las demás.
checkin-share = ¿Compartir esta semana en tu hilo de progreso?
checkin-share-help = Lo puede leer toda la comunidad: tu nombre, el número de la semana, tu racha y las respuestas que no dejes en privado. Nunca tu ánimo. Después lo puedes retirar.
checkin-share-yes = Sí, compartir
checkin-share-no = Esta semana no

checkin-sent = La semana { $number } está enviada. Gracias
checkin-is-public = Público en tu hilo de progreso:
checkin-nothing-public = Nada de esto es público. Si tienes mentor, lo lee en la sala de mentoría.
checkin-in-room = Registro de { $name }, semana { $number }
checkin-queued = Ahora publica mucha gente: está en cola, y se podrá leer allí hacia las { $at }.
