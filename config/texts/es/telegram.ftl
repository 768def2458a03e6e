# Las palabras propias de Telegram: lo que acompaña a las vistas y cómo se pregunta allí un formulario.

telegram-cut = Hay más de lo que cabe aquí en un mensaje.
