# La sala de mentoría.

room-title = { $mentor } y { $mentee }
room-guide-title = Esta es la sala de { $mentor } y { $mentee }
room-open-cells = Lo primero que queda abierto
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
room-here-means = Lo que se escribe aquí queda entre las dos personas: dejo este grupo en cuanto haya alguien más, y la sala vuelve a los chats privados.
room-in-a-group = Usar un grupo privado
