# Una comunidad en varias plataformas.

command-connect = Hacer de un grupo o servidor de otra plataforma parte de esta comunidad
suggest-connect = Conectar una plataforma
connect-code-title = Un código para { $community }
connect-code-means = Hace de un grupo o servidor de otra plataforma parte de esta comunidad: un solo programa, con las mismas personas. Lo escribe allí quien administra ese lugar.
connect-how-title = Conectar este lugar con una comunidad
connect-how-means = ¿Ya está la comunidad en Menteo, en otra plataforma? Entonces alguien de su moderación escribe /connect allí y obtiene un código. Escribe aquí /connect con ese código. Si no, inicia aquí un programa con /setup.
connect-done-title = Este lugar es ahora parte de { $community }
connect-done-homes = Se está creando lo que el programa necesita aquí; te llegará un mensaje privado.
connect-done-next = Aquí se participa con /join. Quien está en las dos plataformas escribe /link en una de ellas y pasa a ser una sola persona con un solo programa.
connected-title = { $community } está también en { $platform }
connected-by = { $name } ha usado allí el código.
sent-away-title = Han quitado Menteo de { $community } en { $platform }
sent-away-means = { $count ->
    [0] A todas las personas de allí se les puede escribir en otro lugar, y así se hace.
    [one] A una persona que solo está allí no se le pregunta nada hasta que vuelva. No se pierde nada.
   *[other] A { $count } personas que solo están allí no se les pregunta nada hasta que vuelva. No se pierde nada.
}
