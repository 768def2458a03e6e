# Qué significa el «no» de una regla y qué se puede hacer.

error-unknown-command = No existe el comando /{ $command }. ¿Querías decir uno de estos?
error-unknown-community = Menteo aún no conoce esta comunidad. Pide a quien la administra que ejecute /setup allí.
error-forged = Ese botón no es de Menteo. Empieza de nuevo desde un mensaje reciente.
error-unexpected = Algo ha fallado por nuestra parte y no se ha cambiado nada. Inténtalo otra vez; si sigue igual, pasa a la moderación el código { $code }.
error-too-fast = Han sido muchas cosas a la vez. Espera unos segundos y vuelve a intentarlo: no se ha perdido nada de lo que hiciste antes.
error-busy = Ahora mismo hay mucho movimiento y no se ha cambiado nada. Inténtalo de nuevo en un minuto.

error-not-allowed = { $needs ->
    [member] Eso es para miembros. Únete primero con /join.
    [mentee] Eso es para quien recibe mentoría. Puedes empezar con /join mentee.
    [mentor] Eso es para quien da la mentoría: la persona a la que se pregunta aquí o quien se haya unido con /join mentor.
    [guide] Eso es para mentores y para la moderación. Puedes dar mentoría con /join mentor.
    [moderator] Eso es para la moderación. Entra en ella quien ejecuta /setup; consulta a la tuya.
    [administrator] Eso es para quien administra esta comunidad o modera Menteo. Pídeselo.
    [administrator-there] En privado Menteo no puede ver si administras la comunidad. Escribe el comando en la propia comunidad.
    [owner] Eso es de otra persona, y solo ella puede cambiarlo.
    [others] Eso es para las demás personas: los ánimos vienen de alguien más.
    [pair] Eso es para las dos personas de esta mentoría o para la moderación.
   *[other] Nadie puede hacer eso aquí.
}
error-not-found = Eso ya no está aquí. Mira en /me cómo va todo.
error-no-programme = Aquí aún no hay ningún programa. Lo inicia quien administra, con /setup.
error-not-a-member = Menteo aún no te conoce. Únete con /join para recibir mentoría o para darla.
error-member-left = { $name } ya no está en esta comunidad.
error-moved-on = Eso ha cambiado desde entonces: { $state ->
    [proposed] espera respuesta
    [active] ya está en marcha
    [paused] está en pausa
    [completed] está completado
    [declined] se rechazó
    [ended] ha terminado
    [open] ya está abierto
    [done] ya está hecho
    [dropped] se dejó ir
    [withdrawn] ya se retiró
    [given] ya está confirmado
    [not-yet] se respondió «todavía no»
    [none] no espera la palabra de ningún mentor
   *[other] está en otro estado
}. Mira en /me cómo va todo.
error-level-out-of-range = { $level } no es un nivel. Los niveles van de { $lowest } a { $highest }.
error-unknown-time-zone = No hay ninguna zona horaria llamada «{ $zone }». Escribe una ciudad grande cercana.
error-capacity-full = Este mentor no tiene plazas libres. Un mentor puede ofrecer más con /join mentor; o elige a otro.
error-already-paired = Ya hay un mentor, o se está preguntando a uno. De uno en uno.
error-not-possible = No es posible por una regla o un deseo de una de las dos. Busca a otra persona.
error-hours-unreadable = «{ $given }» no se entiende como horas. Escríbelo así: lun-vie 18-21; sáb 9:30-12.
error-nothing-blocked = No hay nadie con quien no se te deba emparejar. Con /block lo pides, y no se dice a nadie.
error-columns-unclear = { $why ->
    [twice] Dos encabezados significan lo mismo: { $columns }. Elige uno y omite el otro.
   *[missing] Aún ningún encabezado significa { $columns }. Elige cuál.
}
error-same-member = Nadie puede darse mentoría a sí mismo. Elige a otra persona.
error-already-submitted = Tu registro de la semana { $number } ya está enviado y vale la primera respuesta. En /growth ves qué es público.
error-check-in-closed = La semana { $number } ha terminado y su registro está cerrado. El próximo llega por sí solo.
error-no-check-in-open = No hay ningún registro pendiente. El próximo llega el { $next }.
error-no-check-in-planned = No hay ningún registro pendiente ni previsto. Mira en /me cómo va todo.
error-nobody-waiting = Nadie espera mentor: todos los mentorados tienen uno, o se está preguntando a uno por ellos.
error-destination-gone = Tu puesto de destino ya no está disponible aquí. Elige otro; tus niveles se conservan.
error-mentees-destination-gone = El puesto al que aspira { $name } ya no está disponible aquí. Puede elegir otro con /join mentee; sus niveles se conservan.
error-evidence-missing = Escribe en qué se apoya o elige una entrada de tu hilo de progreso.
error-nothing-answered = Responde al menos a una pregunta.
error-no-open-goal = No tienes ninguna meta abierta. Propón antes una en dos toques.
error-nothing-claimed = Valora primero esta competencia; después cuenta en qué se apoya.
error-target-missing = Para medir una meta hace falta el número que se quiere alcanzar. O deja vacíos unidad, inicio y objetivo si la meta solo puede estar hecha o no.
error-measure-stands-still = La meta termina donde empieza. Pon un objetivo distinto del inicio.
error-milestone-off-the-way = Tu medida nunca pasa por ese número. Da uno entre el inicio y el objetivo; o déjalo vacío para marcar el hito tú.
error-too-many-milestones = En una meta caben { $most } hitos. Termina algunos, o fija para este una meta propia.
error-growth-is-private = Tu progreso es privado, así que no se publica nada. Lo cambias en /settings.
error-somebody-elses-words = Son palabras de otra persona. En tu hilo de progreso puedes poner tus propios mensajes, y ella los suyos en el suyo.
error-code-unknown = Aquí no se conoce ese código. Mira si lo has escrito como se mostró; o pide otro donde obtuviste este.
error-code-used = Ese código ya se ha usado; cada uno sirve una sola vez. Pide otro donde obtuviste este.
error-code-expired = Ese código tiene más de media hora y ya no vale. Pide otro donde obtuviste este.
error-same-community = Ese código es de esta misma comunidad. Escríbelo donde está el grupo o el servidor de la otra plataforma.
error-runs-its-own = Aquí hay un programa propio, así que este lugar no puede pasar a otra comunidad. Usa el código en un lugar sin programa.
error-already-connected = Esa comunidad ya tiene un lugar en esta plataforma, y tiene uno por plataforma. Para usar este en su lugar, quita antes Menteo del otro.
error-already-linked = Esta cuenta ya es tuya: no queda nada que unir.
error-account-already-there = Quien obtuvo el código ya tiene una cuenta en esta plataforma, y es una por plataforma. Usa el código desde esa cuenta.
error-two-mentors = Tienes mentor, o una propuesta, en los dos lados. Termina antes una de las dos mentorías: mira /me allí.
error-paired-together = Estas dos cuentas se dan mentoría una a otra, así que no pueden ser una sola persona. Si lo son, termina antes esa mentoría.
