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
homes-grant-first = Primero concede lo que falta; después deja que Menteo cree los canales.
homes-right-missing = { $right }: { $where }

homes-choose-title = Usar canales que ya existen
homes-choose-intro = Indica un nombre o un id. Lo que dejes en blanco lo crea Menteo.
homes-choose-submit = Usar estos
homes-making = Se están creando los canales
homes-making-next = Te avisaremos cuando estén. Lo que ya existe no se cambia nunca.
homes-ready = Los canales están listos
homes-ready-next = Invita a la gente a escribir /join. Para cambiar algo, ejecuta /setup otra vez.
homes-lacking = Menteo aún no puede hacer eso aquí
homes-lacking-next = Concede esto y después ejecuta /setup para que Menteo cree los canales.
home-lost = Se ha borrado un lugar del programa
home-lost-next = Menteo lo crea de nuevo. Para usar otro en su lugar, ejecuta /setup.
room-lost = Se ha borrado vuestra sala
room-lost-next = Alguien ha borrado la sala de { $mentor } y { $mentee }. Ahora se abre otra. Lo escrito en la anterior se ha perdido; las metas y los registros se conservan.
thread-lost = Se ha borrado tu hilo de progreso
thread-lost-next = Ahora se abre otro para lo que compartas desde hoy. Las entradas anteriores ya no están a la vista; tus registros se conservan.
