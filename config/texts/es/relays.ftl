# Hablar en una sala que se lleva de un lugar a otro.

command-talk = Ver con quién hablas aquí o hablar con otra persona
suggest-talk = Con quién hablo
talk-whom = ¿Para quién es esto?
talk-whom-next = Tienes varias salas aquí. Elige, y tu mensaje va allí; lo que escribas después va a la misma, hasta que otra persona te escriba. Responder a un mensaje siempre contesta a ese.
action-talk-in = Hablar con { $name }
action-talk-send = Enviar a { $name }
talk-with = Estás hablando con { $name }
talk-until = Lo que escribas ahora le llega, hasta que otra persona te escriba. Responder a un mensaje siempre contesta a ese.
talk-sent = Tu mensaje va en camino. Lo que escribas después también le llega, hasta que otra persona te escriba.
talk-over = No se ha enviado: tu mentoría con { $name } ha terminado
talk-over-next = Nadie más que tú lo ha visto. «Cómo voy» dice qué sigue.
talk-rooms = { $count ->
    [0] No tienes ninguna sala aquí
    [one] Tienes una sala aquí
   *[other] Tienes { $count } salas aquí
}
talk-rooms-next = { $count ->
    [0] Cuando la moderación te haya emparejado y el mentor haya dicho que sí, lo que escribas aquí llega a la otra persona.
    [one] Lo que escribes aquí llega a la otra persona. Responde /unsend a un mensaje tuyo para retirarlo.
   *[other] Elige con quién hablar. Responder a un mensaje siempre contesta a ese; responde /unsend a uno tuyo para retirarlo.
}
talk-taken-back = También se ha retirado allí
talk-not-yours = Eso no se puede retirar: responde /unsend a un mensaje tuyo en una sala
not-carried = Esto no le ha llegado a { $name }
not-carried-unreachable = Ahora no se puede escribir a { $name }, o ha parado el bot. La moderación lo sabe. Escribe otra vez cuando vuelva, o a la moderación.
not-carried-refused = La plataforma no lo ha aceptado. Prueba otra vez como texto sin formato o con un archivo más pequeño.
not-carried-doubtful = Puede que esto no le haya llegado a { $name }
not-carried-doubtful-next = La conexión se cortó al enviarlo. No se repite, para que nada llegue dos veces: pregunta, o escríbelo de nuevo.
room-carried = Lo que escribes aquí se lo llevo a { $other }, y a ti lo que te escribe, palabra por palabra; no guardo nada. Responde a un mensaje para contestar a ese, y responde /unsend a uno tuyo para retirarlo.
error-room-closed = Nadie leería esto: la mentoría ha terminado, o la otra persona aún no tiene sitio en la sala. Mira en /me cómo va todo.
error-not-for-a-room = Esto no puede ser tu sala: tiene que ser un grupo con las dos personas de la mentoría y el bot, sin nadie más, y no el de una comunidad ni el de otra pareja.
action-room-here = Este grupo es ahora tu sala
