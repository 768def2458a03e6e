# Quién puede leer qué y qué se guarda.

command-privacy = Quién puede leer qué y qué se guarda
suggest-privacy = Quién puede leer qué
privacy-title = Quién puede leer qué
privacy-room = En una sala de mentoría
privacy-mentor = Quien da la mentoría
privacy-mentee = quien la recibe
privacy-kept = Cuando la mentoría termina, solo se puede leer; se borra { $days ->
    [one] { $days } día
   *[other] { $days } días
} después.
privacy-check-ins = Tus registros
privacy-check-ins-are = Todo llega a tu sala de mentoría. Si esa semana dices que sí, lo que no dejes en privado aparece en tu hilo de progreso, que puede leer toda la comunidad. Tu ánimo se queda en la sala.
privacy-levels = Tus valoraciones
privacy-levels-are = La moderación y el mentor al que se pregunta por ti ven tus celdas abiertas. No se publican nunca.
privacy-matching = Para emparejarte
privacy-matching-is = Tus horas, preferencias, equipo, pausa y deseos los cambias tú; la moderación los ve como partes de la puntuación de una pareja. Con quién no se te debe emparejar no se dice a nadie, tampoco a la moderación.
privacy-stored = Lo que guarda Menteo
privacy-stored-is = El id, el nombre y el alias de tu cuenta y lo que le cuentas: zona horaria, idiomas, puesto, valoraciones y en qué se apoyan, metas, registros, notas, compromisos, lo que dices para que se te empareje o dijiste al inscribirte en un formulario, y formularios que aún no has enviado. Quien mantiene este Menteo puede leer su base de datos.
privacy-messages-discord = Los mensajes que la gente se escribe se quedan en Discord; Menteo no recoge ninguno, salvo los que guardes como compromiso o añadas a tu hilo de progreso, y los de una sala cuya otra mitad está en otra plataforma: se llevan allí, y se guardan bajo llave solo hasta que llegan.
privacy-messages-telegram = Lo que una pareja se escribe aquí pasa por Menteo: cada mensaje se guarda bajo llave hasta que llega, y después no queda nada de él salvo su número, para que las respuestas, los cambios y /unsend lo encuentren.
