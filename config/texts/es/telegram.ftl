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
telegram-form-leave-ask = Tienes a medias «{ $title }». ¿Lo dejas por /{ $command }? Entonces no se guarda nada de ello.
telegram-form-leave = Dejarlo
telegram-form-stay = Seguir con ello
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
telegram-hint-file = Envía un archivo que termine en { $endings }, de { $kilobytes } kB como máximo.
