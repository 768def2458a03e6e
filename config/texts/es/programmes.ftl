# Poner en marcha un programa.

command-setup = Iniciar un programa aquí o cambiar el que está en marcha
suggest-setup = Iniciar un programa
action-setup = Iniciar un programa

setup-title = Iniciar un programa
setup-change-title = Cambiar el programa
setup-intro = Cada respuesta viene rellena con un valor seguro. Pasas a formar parte de la moderación.
setup-change-intro = Una duración o un ritmo nuevos valen para quien se una desde ahora; las semanas ya previstas no cambian.
setup-name = Nombre del programa
setup-name-default = Mentoría de { $community }
setup-template = Plantilla
setup-template-help = Marca la duración, el ritmo y las preguntas semanales.
setup-moderators-read = La moderación puede leer las salas
setup-moderators-read-help = La guía de cada sala lo dice. Si no se marca, la sala es solo de la pareja.
setup-submit = Iniciar el programa
setup-done = { $programme } está en marcha
setup-length = Duración
setup-nudge = Recordatorio
setup-nudge-after = { $hours ->
    [one] Uno solo, { $hours } hora después de una pregunta sin responder
   *[other] Uno solo, { $hours } horas después de una pregunta sin responder
}
setup-starts = En marcha desde
setup-next = Ahora invita a la gente a escribir /join. Cuando haya un mentorado y un mentor, /pair los une.
