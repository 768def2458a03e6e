# Las palabras propias del chat web local.

webchat-language = es

## Moverse
webchat-skip = Ir al cuadro de mensaje
webchat-places = Lugares
webchat-places-open = Mostrar los lugares
webchat-places-close = Ocultar los lugares
webchat-section-channel = Canales
webchat-section-thread = Hilos de progreso
webchat-section-room = Mis salas
webchat-section-direct = Mensajes directos
webchat-none-thread = Aún ninguno. Los escriben los registros semanales.
webchat-none-room = Aún ninguna. Se abre con una pareja de mentoría.
webchat-topic-channel = Lo lee toda la comunidad.
webchat-topic-thread = Un progreso en público, para toda la comunidad.
webchat-topic-room = Solo lo leen las personas de esta sala.
webchat-topic-direct = Esto queda entre Menteo y tú.
webchat-archived = solo lectura
webchat-unread = { $count ->
    [one] { $count } mensaje sin leer
   *[other] { $count } mensajes sin leer
}
webchat-close = Cerrar
webchat-save = Guardar

## Mensajes
webchat-log = Mensajes en { $place }
webchat-empty-channel = Aquí todo está tranquilo.
webchat-empty-thread = Aquí aún no hay ningún progreso.
webchat-empty-room = Esta sala es de quienes la comparten.
webchat-empty-direct = Aquí no hay nadie más que Menteo y tú.
webchat-empty-hint = Escribe / para ver lo que Menteo sabe hacer, o sigue «Lo siguiente».
webchat-earlier = Mensajes anteriores
webchat-latest = Volver a los últimos mensajes
webchat-bot = bot
webchat-edited = editado
webchat-answer-to = responde a { $command }
webchat-only-me = Solo tú ves esto
webchat-dismiss = Ocultar
webchat-unreadable = Este mensaje es de otra versión y ya no se puede mostrar.
webchat-offline = Se ha perdido la conexión. Se está reintentando; no se pierde nada de lo escrito.
webchat-tone-good = Bien:
webchat-tone-attention = Atención:
webchat-tone-bad = No se ha hecho:
webchat-done = hecho
webchat-open = pendiente
webchat-as-table = Mostrar como tabla
webchat-table = Tabla

## Escribir
webchat-composer = Mensaje en { $place }
webchat-composer-help = Intro envía, Mayús+Intro empieza otra línea, / muestra los comandos.
webchat-send = Enviar
webchat-commands = Comandos
webchat-post-lost = No ha llegado. Tus palabras siguen aquí: envíalas de nuevo.
webchat-too-long-by = Sobran { $count } caracteres. Acorta el mensaje o envíalo en dos partes.

## Formularios
webchat-form-kept = Tus respuestas se guardan hasta que las envíes.
webchat-form-continue = Continuar
webchat-form-close = Cerrar y conservar lo escrito
webchat-form-cancel = Descartar
webchat-form-saving = Guardando…
webchat-form-saved = Guardado
webchat-form-answered = { $done } de { $all } respondidas
webchat-form-errors = { $count ->
    [one] Revisa una respuesta.
   *[other] Revisa { $count } respuestas.
}
webchat-optional = (opcional)
webchat-choose = Elige…
webchat-no-answer = Sin respuesta
webchat-search = Escribe para buscar
webchat-search-options = Sugerencias
webchat-search-none = No se ha encontrado nada. Prueba con otras palabras.

## El reloj
webchat-clock = El reloj del programa
webchat-clock-hour = +1 hora
webchat-clock-hour-long = Adelantar una hora el reloj del programa
webchat-clock-day = +1 día
webchat-clock-day-long = Adelantar un día el reloj del programa
webchat-clock-monday = Lun 09:00
webchat-clock-monday-long = Avanzar al próximo lunes a las 09:00

## La guía
webchat-guide = Lo siguiente
webchat-guide-count = { $done } de { $all }
webchat-guide-as = Continuar como { $name }
webchat-guide-do = Ejecutar { $command }
webchat-guide-finished = Ese era el recorrido completo. Lee el hilo de progreso y la sala de la pareja en «Lugares», o deja pasar más semanas.
webchat-you = tú

## Personas
webchat-acting-as = En el papel de
webchat-act-as = Actuar como otra persona
webchat-act-as-help = Todas las personas de aquí son de muestra. Abre dos ventanas para ser dos a la vez.
webchat-part-moderator = Modera
webchat-part-mentor = Da mentoría
webchat-part-mentee = Recibe mentoría
webchat-part-guest = Visita
webchat-gone = se ha ido
webchat-new-window = Abrir a { $name } en otra ventana
webchat-add-person = Añadir una persona
webchat-add-name = Nombre
webchat-add = Añadir
webchat-persona-settings = Ajustes de { $name }
webchat-persona-name = Nombre
webchat-persona-language = Idioma
webchat-language-browser = El idioma del navegador
webchat-language-en = English
webchat-language-es = Español
webchat-persona-zone = Zona horaria
webchat-persona-zone-help = Escribe una ciudad. Vacía, vale la zona de la comunidad.
webchat-leave = Dejar la comunidad
webchat-leave-help = Se puede volver en cualquier momento.
webchat-left-title = { $name } ha dejado la comunidad
webchat-left-text = Aquí no le llega nada y no ve ninguno de sus lugares.
webchat-come-back = Volver

## Lo que puede fallar
webchat-error-title = No ha funcionado
webchat-error-back = Volver a la comunidad
webchat-error-code = Código { $code }
webchat-error-unknown = No entendemos esta petición. Vuelve atrás e inténtalo otra vez.
webchat-error-not-found = Esa página no existe. Puede que la dirección esté mal escrita.
webchat-error-no-place = Ese lugar no existe, o no puedes verlo.
webchat-error-no-account = Nadie con ese nombre está en la comunidad. Elige otra persona.
webchat-error-no-message = Este mensaje ya no está. Recarga la página para ver lo que hay.
webchat-error-read-only = Este lugar es de solo lectura: se archivó. Lo dicho aquí se queda.
webchat-error-empty = Todavía está vacío. Escribe algo primero.
webchat-error-too-long = Es demasiado largo: en un mensaje caben { $longest } caracteres y en un nombre { $name }. Acórtalo; lo escrito sigue aquí.
webchat-error-too-big = Es demasiado grande para enviarlo. Usa un archivo más pequeño o un texto más corto.
webchat-error-name-taken = Ya hay alguien con ese nombre. Elige otro.
webchat-error-clock-busy = El reloj ya se está moviendo. Espera un momento.
webchat-error-foreign = Esto venía de otro sitio y se ha rechazado. Usa la página del chat.
webchat-error-host = El chat no responde a este nombre. Ábrelo con la dirección que mostró el programa.
webchat-error-failed = Algo ha fallado por nuestra parte; queda anotado en el registro de errores. Lo escrito sigue aquí: inténtalo de nuevo.
