# Los lugares en los que vive un programa: qué hace falta y qué ha sido de ellos.

home-commons = mentoría
home-rooms = Salas de mentoría
home-threads = progreso
home-commons-is = Para todo el mundo
home-rooms-is = Salas de mentoría
home-threads-is = Hilos de progreso

action-homes-make = Crear los canales
action-homes-choose = Usar canales que ya existen
homes-rights = Lo que Menteo puede hacer aquí
homes-offer = Menteo necesita un canal para todo el mundo, un lugar para las salas de mentoría y otro para los hilos de progreso.
homes-grant-first = Primero concede lo que falta; después pulsa «Crear los canales».
homes-right-missing = { $right }: { $where }

homes-choose-title = Usar canales que ya existen
homes-choose-intro = Escribe un nombre o pega un id. Si el nombre aún no existe, o lo dejas en blanco, Menteo crea el canal.
home-commons-help = Un canal de texto.
home-rooms-help = Una categoría: cada sala es un canal privado dentro de ella.
home-threads-help = Un foro o un canal de texto.
homes-choose-submit = Usar estos
homes-making = Se están creando los canales
homes-making-next = Recibirás un mensaje privado cuando estén. Lo que ya existe no se cambia nunca.
homes-ready = Los canales están listos
homes-ready-next = Ahora invita a la gente a escribir /join; en el canal para todo el mundo hay un mensaje fijado con un botón para unirse. Para cambiar algo, ejecuta /setup otra vez.
homes-lacking = Menteo aún no puede hacer eso aquí
homes-lacking-next = Concede esto y después pulsa «Crear los canales».
homes-full = No queda espacio para más hilos
homes-full-next = Hay abiertos tantos hilos como se permiten. Las entradas esperan, no se pierde ninguna, y aparecen en cuanto haya espacio: archiva los hilos en los que ya nadie escribe.
home-lost = Se ha borrado un lugar del programa
home-lost-next = Menteo lo crea de nuevo. Para usar otro en su lugar, elígelo aquí.
room-lost = Se ha borrado la sala de mentoría
room-lost-next = Alguien ha borrado la sala de { $mentor } y { $mentee }. Ahora se abre otra. Lo escrito en la anterior se ha perdido; las metas y los registros se conservan.
thread-lost = Se ha borrado tu hilo de progreso
thread-lost-next = Ahora se abre otro para lo que compartas desde hoy. Las entradas anteriores ya no están a la vista; tus registros se conservan.

## Como es en Telegram: el grupo es el lugar para todo el mundo, las salas son chats privados y solo se elige el lugar del progreso
home-commons-telegram = { $community }
home-rooms-telegram = El chat privado de cada persona conmigo
home-threads-telegram = { $community }
action-homes-make-telegram = Preparar el grupo
action-homes-choose-telegram = El progreso, en otro lugar
homes-offer-telegram = El grupo es para todo el mundo, cada pareja habla en privado a través de mí, y lo que alguien comparte va a un hilo de progreso en el grupo: un tema si es un foro, y si no, publicaciones con una etiqueta.
homes-grant-first-telegram = Primero concede lo que falta; después pulsa «Preparar el grupo».
homes-choose-title-telegram = Dónde se ve el progreso
homes-choose-intro-telegram = Un canal u otro grupo tuyo en el que yo sea administrador. Quien esté en él puede leer lo que la gente comparte.
home-threads-help-telegram = Su nombre tal como va detrás de la @, un enlace a él o su id. Sáltalo para que el progreso se quede en el grupo.
homes-choose-submit-telegram = Usar este
homes-making-telegram = Estoy mirando el grupo
homes-making-next-telegram = Recibirás un mensaje cuando todo esté listo, o sabrás qué falta.
homes-ready-telegram = El grupo está listo
homes-ready-next-telegram = Ahora invita a la gente a pulsar Participar en el mensaje fijado en el grupo, o a escribir /join. Para cambiar algo, escribe /setup otra vez.
homes-lacking-next-telegram = Concede esto y después pulsa «Preparar el grupo».
homes-full-next-telegram = Hay abiertos tantos temas como se permiten. Las entradas esperan, no se pierde ninguna, y aparecen en cuanto haya espacio: borra los temas que ya nadie necesite.
room-lost-telegram = La sala de mentoría vuelve a estar en los chats privados conmigo
room-lost-next-telegram = La sala de { $mentor } y { $mentee } ya no está donde estaba, o había alguien más. Desde ahora, lo que me escribas aquí llega a la otra persona; las metas y los registros se conservan.
