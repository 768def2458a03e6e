# Las palabras propias de Telegram.

## Lo que el bot dice de sí mismo
telegram-description = Menteo lleva el programa de mentoría de tu comunidad: aquí se encuentran mentores y mentees, se ponen metas y se animan a seguir. Pulsa Iniciar.
telegram-short-description = Mentoría para tu comunidad: parejas, metas y seguimiento semanal.
telegram-command-cancel = Descarta lo que estás rellenando
telegram-command-unsend = Retira un mensaje: respóndele con esto

## En el chat privado
telegram-form-open = Estás en medio de «{ $form }».
telegram-form-leave = Dejarlo y { $command }
telegram-form-go-on = Continuar
telegram-form-put-away = Descartarlo
telegram-form-stale = «{ $form }» sigue abierto de antes. Lo que escribes no cuenta como respuesta.
telegram-form-over = Este formulario ya terminó, o no es tuyo.
telegram-nothing-to-cancel = No hay nada que cancelar.
telegram-unsend-how = Responde con /unsend al mensaje tuyo que quieras retirar.
telegram-not-carried = Un mensaje de este tipo no se puede transmitir.
telegram-not-a-member = Este enlace es para los miembros de un grupo en el que no estás.
telegram-for-a-group = Este enlace es para un grupo: añade el bot allí con él.

## En los grupos
telegram-in-private = Hagamos esto en privado.
telegram-to-private = Seguir en privado
telegram-anonymous = No se puede distinguir a los administradores anónimos: continúa en privado, por favor.
telegram-anonymous-room = Escríbelo en tu propio nombre, por favor, no como administrador anónimo.
telegram-only-administrators = Solo los administradores de este grupo pueden poner en marcha un programa aquí.
telegram-setup-in-private = Este grupo puede tener su propio programa de mentoría. Ponlo en marcha en privado:
