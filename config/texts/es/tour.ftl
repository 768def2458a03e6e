# La visita guiada por todo el recorrido.

tour-setup = Desde la moderación, inicia un programa con /setup. Cada respuesta ya viene rellena.
tour-mentor = Como quien da mentoría, únete con /join mentor: elige el puesto que ocupas, por ejemplo «Ingeniería de software, nivel staff».
tour-mentee = Como quien recibe mentoría, únete con /join mentee: elige adónde quieres llegar, por ejemplo el mismo puesto, y haz público tu progreso.
tour-rate = Como quien recibe la mentoría, valora dónde estás con /gap rate (de momento basta con algunas) y mira la imagen.
tour-pair = Desde la moderación, busca mentor con /pair y propón a alguien.
tour-accept = Como esa persona, mira los mensajes directos y acepta.
tour-goal = Se ha abierto una sala privada para la pareja. Saluda allí y fija con /goal add la primera meta de quien recibe la mentoría.
tour-monday = Deja pasar el tiempo: lleva el reloj al próximo lunes a las 09:00.
tour-checkin = Como quien recibe la mentoría, responde al registro que ha llegado y compártelo.
tour-thread = Lee la semana en el hilo de progreso público. Después adelanta el reloj y mira cómo crece la racha.
tour-private = Este progreso es privado, así que no se ha publicado nada: se lee en la sala. Mira /growth.
