# La sala de mentoría.

room-title = { $mentor } y { $mentee }
room-guide-title = Les damos la bienvenida, { $mentor } y { $mentee }
room-open-cells = Abierto primero
room-readers = Quién lee aquí
room-readers-are = { $mentor }, { $mentee } y nadie más
room-guide-start = Para empezar: un saludo y después /goal add para la primera meta.
