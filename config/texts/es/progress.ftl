# El camino al destino: hasta dónde, a qué ritmo y para cuándo.

command-progress = Hasta dónde has llegado, a qué ritmo y cuándo llegas
command-progress-mentee = Hasta dónde ha llegado un mentorado tuyo y cuándo llega
suggest-progress = Mi avance
suggest-progress-mentee = El avance de mis mentorados
action-progress-mentee = Ver avance
action-progress-pick = Todos los mentorados…
action-arrive-by = Otro día…

progress-title = Tu avance hacia { $role }
progress-mentee-title = El avance de { $name } hacia { $role }
progress-unrated = Valórate primero: el camino empieza donde estás hoy.
progress-attested = { $reader ->
    [mentor] Preparación: de dónde partió { $name } y lo que se ha confirmado desde entonces
   *[own] Preparación: de dónde partiste y lo que tu mentor ha confirmado desde entonces
}
progress-own-word = { $reader ->
    [mentor] Según las valoraciones de { $name } es { $percent }. Aquí solo la mueve tu palabra.
   *[own] Según tus propias valoraciones es { $percent }. Aquí solo la mueve la palabra de un mentor: alcanza una meta y pídela.
}
progress-corrected = { $reader ->
    [mentor] Lo que confirmas en las dos semanas siguientes a la valoración de { $name } dice de dónde parte el camino. Después, cada nivel que confirmes es un avance.
   *[own] Lo que tu mentor confirma en las dos semanas siguientes a tu valoración dice de dónde partes. Después, cada nivel confirmado es un avance.
}
progress-arrive-by = Llegar a más tardar el
progress-needed = Ritmo que hace falta
progress-achieved = Ritmo hasta ahora
progress-points = { $points } puntos al mes
progress-day-past = ese día ya pasó
progress-next-step = El siguiente paso pequeño
progress-step-draft = Una meta para la celda que más vale.
progress-step-none = Una meta tuya: no queda nada abierto.
progress-which-mentee = ¿El avance de quién?
progress-pick-submit = Ver avance
progress-picture = Preparación confirmada de { $start } en { $begun } a { $now } hoy; el camino recto para tenerla toda en { $arrive } iría ahora por { $needed }.
forecast-reached = { $reader ->
    [mentor] { $name } ha llegado: está confirmado todo lo que pide el destino.
   *[own] Has llegado: está confirmado todo lo que pide tu destino.
}
forecast-too-early = Es pronto para decir cuándo. { $moves ->
    [0] Ninguna semana ha movido un nivel todavía
    [one] Una semana ha movido un nivel
   *[other] { $moves } semanas han movido un nivel
}; { $more ->
    [0] { $weeks ->
        [one] falta una semana más
       *[other] faltan { $weeks } semanas más
    }
    [one] falta una semana más en la que { $reader ->
        [mentor] confirmes
       *[own] tu mentor confirme
    } uno
   *[other] faltan { $more } semanas más en las que { $reader ->
        [mentor] confirmes
       *[own] tu mentor confirme
    } uno
} para distinguir el ritmo del azar.
forecast-out-of-sight = { $is_moving ->
    [yes] { $reader ->
        [mentor] A este ritmo { $name } llega dentro de más de diez años.
       *[own] A este ritmo llegas dentro de más de diez años.
    }
   *[other] Está parado: no se puede decir ningún día.
} Una meta pequeña lo pone otra vez en marcha.
forecast-range = { $reader ->
    [mentor] A este ritmo { $name } llega
   *[own] A este ritmo llegas
} hacia { $likely }: cuatro de cada cinco veces entre { $earliest } y { $latest }. { $standing }
forecast-narrow = { $reader ->
    [mentor] A este ritmo { $name } llega
   *[own] A este ritmo llegas
} en { $likely }, cuatro de cada cinco veces. { $standing }
forecast-open = { $reader ->
    [mentor] A este ritmo { $name } llega
   *[own] A este ritmo llegas
} hacia { $likely }, difícilmente antes de { $earliest }; hasta cuándo puede tardar aún no se puede decir. { $standing }
standing-ahead = Es a tiempo para el { $day }.
standing-likely = Es probable que sea a tiempo para el { $day }.
standing-unlikely = Es probable que sea tarde para el { $day }: bastaría un poco más cada mes, o un día posterior.
standing-behind = Es tarde para el { $day }. Elige menos cosas, o un día posterior.
legend-gone = Confirmada
legend-needed-way = Hace falta
legend-today = Hoy
legend-arrival = Cuándo llegas
field-arrive-by = ¿Para qué día quieres haber llegado?
field-arrive-by-help = Dieciocho meses después de unirte, si no dices otra cosa.
arrive-by-title = El día de llegada
