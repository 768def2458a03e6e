# Ayuda.

command-help = Qué puedes hacer aquí, empezando por lo siguiente
suggest-help = Ayuda
help-title = Qué puedes hacer
help-mentees = Al recibir mentoría
help-mentors = Al dar mentoría
help-moderators = En la moderación
help-everybody = Siempre
