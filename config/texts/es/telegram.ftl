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
telegram-right-can_manage_topics-where = Ajustes del grupo, Administradores, el bot: «Gestionar temas». Abre los hilos de crecimiento.
telegram-right-can_post_messages-where = Ajustes del canal, Administradores, añade al bot: «Publicar mensajes». Escribe allí los hilos de crecimiento.
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
