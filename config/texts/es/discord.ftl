# Las palabras propias de Discord: lo que acompaña a las vistas y va en las ventanas.

discord-cut = Hay más de lo que cabe aquí en un mensaje.

## Formularios
discord-form-part = Parte { $part } de { $parts }
discord-form-kept = Lo que ya has respondido queda guardado.
discord-form-means = «Enviar» en la última ventana significa: { $submit }.
discord-form-means-there = «Enviar» allí significa: { $submit }.
discord-form-as-it-is = Si pulsas «{ $submit }» ahora, esto queda así:
discord-form-continue = Continuar
discord-form-correct = Corregir
discord-form-put-away = Descartar
discord-no-answer = Sin respuesta
discord-file-kept = El archivo que enviaste queda guardado; otro ocuparía su lugar.
discord-file-endings = Un archivo que acabe en { $endings }, de { $kilobytes } kB como máximo.
discord-hint-search = Bastan unas letras del nombre.
discord-hint-zone = Una ciudad grande cercana, como Madrid.
discord-hint-day = Una fecha como 2027-01-31.
discord-hint-instant = Una fecha y hora como 2027-01-31 15:30.
discord-hint-number = Un número del { $low } al { $high }.
discord-hint-any-number = Un número, por ejemplo 3.

## Mientras una respuesta se retrasa, y cuando no la hay
discord-late = Esto tarda un poco más
discord-late-means = Continúa desde aquí en cuanto pulses «Continuar».
discord-failed = No ha funcionado. Inténtalo otra vez.
discord-file-too-big = Este archivo es demasiado grande: { $kilobytes } kB como máximo.

## Salas que se llevan de una plataforma a otra
discord-words-hidden = No puedo leer lo que se dice aquí, así que no llega al otro lado. Menciona a @{ $bot } en un mensaje, o responde a uno mío, y llegará. Quien gestiona este bot puede activar «Message Content Intent» en el portal de desarrolladores de Discord; entonces llega todo.
discord-file-too-large = «{ $name }» ({ $size }) es demasiado grande para traerlo aquí: { $limit } como máximo.
discord-file-gone = «{ $name }» ({ $size }) ya no se puede obtener, así que no está aquí.

## Lo que el bot debe poder hacer, con las palabras de Discord
discord-right-view_channel = Ver canales
discord-right-manage_channels = Gestionar canales
discord-right-manage_roles = Gestionar roles
discord-right-send_messages = Enviar mensajes y crear publicaciones
discord-right-send_messages_in_threads = Enviar mensajes en hilos y publicaciones
discord-right-create_public_threads = Crear hilos públicos
discord-right-create_private_threads = Crear hilos privados
discord-right-manage_threads = Gestionar hilos y publicaciones
discord-right-attach_files = Adjuntar archivos
discord-right-read_message_history = Leer el historial de mensajes
discord-right-pin_messages = Fijar mensajes
discord-right-view_channel-where = Ajustes del servidor, Roles, el rol del propio bot: «Ver canales». Solo lee y escribe en los lugares del programa.
discord-right-manage_channels-where = Ajustes del servidor, Roles, el rol del propio bot: «Gestionar canales». Crea los canales del programa y las salas de mentoría.
discord-right-manage_roles-where = Ajustes del servidor, Roles, el rol del propio bot: «Gestionar roles». Deja entrar en cada sala a su pareja y a nadie más; no crea ni da roles.
discord-right-send_messages-where = Ajustes del servidor, Roles, el rol del propio bot: «Enviar mensajes y crear publicaciones».
discord-right-send_messages_in_threads-where = Ajustes del servidor, Roles, el rol del propio bot: «Enviar mensajes en hilos y publicaciones». Escribe los hilos de progreso.
discord-right-create_public_threads-where = Ajustes del servidor, Roles, el rol del propio bot: «Crear hilos públicos». Abre los hilos de progreso.
discord-right-create_private_threads-where = Ajustes del servidor, Roles, el rol del propio bot: «Crear hilos privados». Las salas son hilos donde el servidor ya no tiene sitio para canales.
discord-right-manage_threads-where = Ajustes del servidor, Roles, el rol del propio bot: «Gestionar hilos y publicaciones». Cierra y ordena los hilos que abrió.
discord-right-attach_files-where = Ajustes del servidor, Roles, el rol del propio bot: «Adjuntar archivos». La matriz de brechas llega como imagen.
discord-right-read_message_history-where = Ajustes del servidor, Roles, el rol del propio bot: «Leer el historial de mensajes». Mira si algo ya se dijo antes de volver a decirlo.
discord-right-pin_messages-where = Ajustes del servidor, Roles, el rol del propio bot: «Fijar mensajes». La guía de una sala se queda arriba.

## Por qué se hizo algo, en el registro de auditoría
discord-reason-home-made = El programa de mentoría necesita este lugar.
discord-reason-room-opened = Una pareja de mentoría empieza a trabajar aquí.
discord-reason-readers-changed = Ha cambiado quién puede leer en esta sala de mentoría.
discord-reason-room-archived = Esta mentoría ha terminado: su sala se puede seguir leyendo.
discord-reason-room-deleted = Ha pasado el tiempo durante el que se guardaba esta sala de mentoría.
discord-reason-thread-opened = El hilo de progreso de alguien del programa.
discord-reason-thread-woken = Se abre un hilo de progreso para cambiar lo que dice.
discord-reason-thread-archived = Aquí hay muchos hilos activos: al escribir en este se vuelve a abrir.
discord-reason-message-pinned = Para qué sirve este lugar queda arriba.
