# Llegar a una comunidad y volver a ella.

welcome-title = Gracias por traer Menteo a { $community }
welcome-first = Escribe allí /setup, en cualquier canal: inicia un programa y dice qué puede hacer Menteo y qué falta. Solo tú lo ves.
stranger-title = ¡Hola! Llevo programas de mentoría en comunidades
stranger-belongs = ¿Alguna comunidad tuya tiene un programa? Escribe /join allí y nos conoceremos.
stranger-begins = Para empezar uno, llévame a tu comunidad y escribe /setup allí.
stranger-belongs-telegram = ¿Algún grupo tuyo tiene un programa? Escribe /join allí, o sigue un enlace desde allí, y nos conoceremos.
stranger-begins-telegram = Para empezar uno, añádeme a tu grupo como administrador y escribe /setup allí.
stranger-way = Llévame a una comunidad
stranger-way-telegram = Añádeme a un grupo
back-title = Menteo ha vuelto a { $community }
back-means = A partir de la próxima semana vuelven las preguntas a cada persona; no se ha perdido nada. Ejecuta /setup allí para ver si los canales siguen como estaban.
commons-title = { $programme }
commons-means = Crece hacia el puesto que quieres, con alguien a tu lado que ya ha recorrido ese camino. Dura { $weeks ->
    [one] { $weeks } semana
   *[other] { $weeks } semanas
}, con un registro breve cada vez.
commons-join = Puedes recibir mentoría, darla o ambas cosas. Quién puede leer qué está en /privacy.
welcome-connect = ¿Ya está esta comunidad en Menteo, en otra plataforma? Entonces alguien de su moderación escribe /connect allí, y tú escribes aquí el código, con /connect.
welcome-first-telegram = Escribe /setup en el grupo: inicia un programa y dice qué puedo hacer allí y qué falta.
back-means-telegram = A partir de la próxima semana vuelven las preguntas a cada persona; no se ha perdido nada. Escribe /setup en el grupo para ver si puedo hacer allí lo mismo que antes.
