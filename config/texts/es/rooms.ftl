# La sala de mentoría.

room-title = { $mentor } y { $mentee }
room-guide-title = Les damos la bienvenida, { $mentor } y { $mentee }
room-open-cells = Abierto primero
room-readers = Quién lee aquí
room-readers-are = { $moderators ->
    [yes] { $mentor }, { $mentee } y la moderación del programa; nadie más
   *[no] { $mentor }, { $mentee } y nadie más
}
room-readers-discord = { $moderators ->
    [yes] { $mentor }, { $mentee } y la moderación del programa
   *[no] { $mentor } y { $mentee }
}. Discord siempre deja entrar a quien posee o administra el servidor; en una sala que es un hilo, también a quien puede gestionar hilos.
room-readers-telegram = { $mentor } y { $mentee }; aquí no puede entrar nadie más
room-readers-changed = Ha cambiado quién lee aquí
room-guide-start = Para empezar: un saludo y después /goal add para la primera meta.
room-here = Este grupo es ahora tu sala
room-here-means = Lo que escribáis aquí queda entre los dos: dejo este grupo en cuanto haya otra persona, y vuestra sala vuelve a estar en los chats privados.
room-in-a-group = Usar un grupo privado
