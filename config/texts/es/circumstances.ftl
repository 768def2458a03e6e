# Lo que cada cual dice de sí para que se le empareje, y las reglas propias de un programa.

## Palabras que se entienden, cada una tras una coma

hours-weekdays = laborables, días laborables, entre semana
hours-weekend = fin de semana, fines de semana, findes
hours-daily = a diario, todos los días, cada día
hours-until = a, hasta
hours-filler = de, desde, y, los, las, el, la, entre, por

field-availability = Cuándo puedes hablar
field-preferences = Lo que te importa
field-team = Tu equipo
field-paused-until = Nadie nuevo antes del
field-wishes = Con quién te gustaría aprender
