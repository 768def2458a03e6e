# Las palabras propias de Telegram: lo que acompaña a las vistas y lo que se lleva de un sitio a otro.

## Lo que el bot debe poder hacer, con las palabras de Telegram
telegram-right-can_send_messages = Enviar mensajes
telegram-right-can_manage_topics = Gestionar temas
telegram-right-can_post_messages = Publicar mensajes
telegram-right-can_edit_messages = Editar mensajes de otros
telegram-right-can_pin_messages = Anclar mensajes
telegram-right-can_delete_messages = Eliminar mensajes
telegram-right-administrator = ser administrador
telegram-right-can_send_messages-where = Ajustes del grupo, Permisos: «Enviar mensajes»; o haz administrador al bot.
telegram-right-can_manage_topics-where = Ajustes del grupo, Administradores, el bot: «Gestionar temas». Abre los hilos de progreso.
telegram-right-can_post_messages-where = Ajustes del canal, Administradores, añade al bot: «Publicar mensajes». Escribe allí los hilos de progreso.
telegram-right-can_edit_messages-where = Ajustes del canal, Administradores, el bot: «Editar mensajes de otros». Cuando alguien cambia una novedad, su publicación la sigue.
telegram-right-can_pin_messages-where = Ajustes del grupo, Administradores, el bot: «Anclar mensajes». Para qué sirve un lugar queda arriba.
telegram-right-can_delete_messages-where = Ajustes del grupo, Administradores, el bot: «Eliminar mensajes». Elimina los temas que abrió cuando ha pasado su tiempo.
telegram-right-administrator-where = Ajustes del grupo, Administradores: añade al bot.

## Archivos que se llevan de un sitio a otro
telegram-file-too-large = «{ $name }» ({ $size }) no se ha podido traer: pasa de { $limit }.
telegram-file-gone = «{ $name }» no se ha podido traer: ya no está.
telegram-file-photo = foto
telegram-file-document = archivo
telegram-file-voice = mensaje de voz
telegram-file-audio = audio
telegram-file-video = vídeo
telegram-file-sticker = sticker


## Lo que el bot dice de sí mismo
telegram-description = Menteo lleva el programa de mentoría de tu comunidad: aquí se encuentran mentores y mentorados, se ponen metas y se animan a seguir. Pulsa Iniciar.
telegram-short-description = Mentoría para tu comunidad: parejas, metas y registros semanales.
telegram-command-cancel = Descarta lo que estás rellenando
telegram-command-unsend = Retira un mensaje: respóndele con esto

## En el chat privado
telegram-form-open = Estás en medio de «{ $form }».
telegram-form-leave = Dejarlo y { $command }
telegram-form-go-on = Continuar
telegram-form-put-away = Descartarlo
telegram-form-stale = «{ $form }» sigue abierto de antes. Lo que escribes no cuenta como respuesta.
telegram-form-over = Este formulario ya terminó: se envió, se descartó o estuvo un mes sin tocar; o no es tuyo. Escribe su comando para empezar de nuevo.
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

# Las palabras propias de Telegram: lo que acompaña a las vistas y cómo se pregunta allí un formulario.

telegram-cut = Hay más de lo que cabe aquí en un mensaje.
telegram-yes = Sí
telegram-no = No
telegram-today = Hoy
telegram-tomorrow = Mañana

## Formularios
telegram-form-part = { $part } de { $parts }
telegram-form-page = Página { $page } de { $pages }
telegram-form-now = Hasta ahora:
telegram-form-look-again = Conviene revisar esta respuesta.
telegram-form-check = ¿Está bien así? «{ $submit }» lo envía.
telegram-form-change = Cambiar: { $label }
telegram-form-done = Listo
telegram-form-keep = Dejarlo así
telegram-form-skip = Saltar
telegram-form-back = Atrás
telegram-form-cancel = Cancelar
telegram-no-answer = Sin respuesta
telegram-file-kept = El archivo que enviaste
telegram-hint-text = Escribe tu respuesta en un mensaje.
telegram-hint-search = Escribe unas letras en un mensaje.
telegram-hint-found = Elige a qué te refieres o escríbelo de otra forma.
telegram-hint-several = Elige todo lo que corresponda y después «{ $done }».
telegram-hint-day = O escribe una fecha como 2027-01-31 o 31.1.2027.
telegram-hint-instant = Escribe una fecha y hora como 2027-01-31 15:30.
telegram-hint-number = Escribe un número de { $low } a { $high }.
telegram-hint-any-number = Escribe un número, por ejemplo 3.
telegram-file-not-taken = No se ha podido obtener el archivo, o es mayor de lo que admite el formulario. Envíalo de nuevo, o uno menor.
telegram-hint-file = Envía un archivo que termine en { $endings }, de { $kilobytes } kB como máximo.
