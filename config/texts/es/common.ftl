# Palabras que comparten varias funciones.

cancel = Cancelar
save-changes = Guardar cambios
none = ninguna

zone-option = { $city } ({ $offset })

weeks-count = { $weeks ->
    [one] { $weeks } semana
   *[other] { $weeks } semanas
}
hours-a-week = { $hours ->
    [one] { $hours } hora por semana
   *[other] { $hours } horas por semana
}
streak = { $weeks ->
    [0] Aún sin racha
    [one] { $weeks } registro seguido
   *[other] { $weeks } registros seguidos
}
rhythm = { $weeks ->
    [1] Cada { $weekday } a las { $hour }, en la zona horaria de cada persona
    [2] Un { $weekday } de cada dos a las { $hour }, en la zona horaria de cada persona
   *[other] Cada { $weeks } semanas, el { $weekday } a las { $hour }, en la zona horaria de cada persona
}
check-ins = Registros
next-check-in = Próximo registro

kind-hard = Oficio
kind-soft = Trato con las personas

column-competency = Competencia
column-level = Nivel
column-now = Ahora
column-needed = Necesario
column-kind = Tipo
column-importance = Importancia

cell-words = { $competency } { $now } → { $needed }
cells-and-more = { $cells } y { $more } más

## Formularios

form-has-errors = { $count ->
    [one] Conviene revisar una respuesta. Las demás están guardadas.
   *[other] Conviene revisar { $count } respuestas. Las demás están guardadas.
}
form-submitted = Este formulario ya está enviado y vale la primera respuesta. Para cambiar algo, ábrelo de nuevo.
form-expired = Este formulario estuvo un mes abierto, así que se ha olvidado lo que rellenaste. Empiézalo de nuevo cuando quieras.
form-cancelled = El formulario queda cerrado y no se ha guardado nada. Ábrelo de nuevo cuando quieras.
form-open-again = Abrirlo de nuevo

## Campos

field-zone = Zona horaria
field-zone-help = Escribe tu ciudad, por ejemplo Madrid o Bogotá.
field-language = Idioma del bot
field-languages = Idiomas en los que puedes hablar de trabajo
field-languages-help = En cada mentoría hace falta al menos uno en común.
field-visibility = Quién ve tu progreso
field-visibility-help = Puedes cambiarlo cuando quieras en /settings.
visibility-public = Público
visibility-public-means = Los registros que apruebes salen en tu hilo de progreso, que lee toda la comunidad. Tu ánimo, nunca.
visibility-private = Privado
visibility-private-means = No se publica nada. Tus registros solo se leen en tu sala de mentoría.

field-did-you-mean = Nada se llama «{ $given }». ¿Querías decir { $names }?
field-nothing-like-it = Nada se llama «{ $given }». Prueba con otra palabra o con menos letras.
field-required = Falta rellenar este campo.
field-unconfirmed = Marca esta casilla para seguir.
field-too-long = Son { $length } caracteres y caben { $longest }. Hay que acortarlo.
field-not-an-option = «{ $given }» no está entre las opciones. Elige una de la lista.
field-too-many = Elige { $most } como máximo.
field-not-a-number = «{ $given }» no es un número. Escríbelo así: 12 o 3,5.
field-not-a-whole-number = «{ $given }» no es un número entero. Escríbelo así: 3.
field-out-of-range = Escribe un número de { $low } a { $high }.
field-not-a-date = «{ $given }» no es una fecha. Escríbela así: 2027-01-31.
field-too-early = Elige el { $earliest } o una fecha posterior.
field-too-late = Elige el { $latest } o una fecha anterior.
field-not-a-moment = «{ $given }» no es una fecha con hora. Escríbela así: 2027-01-31 15:30.
field-unknown-zone = No hay ninguna zona horaria llamada «{ $given }». Escribe una ciudad grande cercana.
field-file-too-big = El archivo es demasiado grande: caben { $most } bytes.
## Plataformas

platform-discord = Discord
platform-telegram = Telegram
platform-webchat = Chat web
field-home = Dónde te escribo
field-home-help = Puedes responder en cada una de tus plataformas; los mensajes llegan a esta.
code-is = Código
code-typed = Escribe { $typed } allí, { $where ->
    [none] en la otra plataforma.
   *[other] en { $where }.
}
code-lasts = El código sirve una sola vez y durante media hora. Quien lo tenga puede usarlo: no se lo enseñes a nadie.
code-way = Abrir { $platform }
page-of = Página { $page } de { $pages }.
page-next = Página siguiente
page-before = Página anterior
