# La matriz de brechas y los niveles que se valoran.

command-gap = Tu matriz de brechas: dónde estás y qué pide tu destino
command-gap-rate = Valorarte, competencia por competencia
command-gap-evidence = Contar en qué se apoya una valoración
command-gap-cell = Ver de cerca una competencia: niveles en palabras, quién dice qué, evidencias
command-gap-mentee = Ver dónde están tus mentorados y decir qué niveles has visto
command-levels = Ajustar los niveles con los que das mentoría
suggest-gap = Mi matriz de brechas
suggest-gap-rate = Valorarme
suggest-gap-evidence = Añadir evidencia
suggest-gap-cell = Una competencia
suggest-gap-mentee = La matriz de mis mentorados
suggest-levels = Mis niveles
action-gap-rate = Valorarme
action-gap-evidence = Añadir evidencia
action-gap-mentee = Ver la matriz
action-gap-mentee-evidence = Evidencias
action-gap-mentee-pick = Todos los mentorados…
action-gap-attest = Decir lo que he visto
action-levels = Ajustar mis niveles

level-none-yet = Todavía no
level-unknown = No lo sé
level-not-rated = ?
level-not-seen = No puedo decirlo

gap-title = Tu camino hacia { $role }
gap-unrated = Tu destino pide { $competencies ->
    [one] una competencia
   *[other] { $competencies } competencias
}. Valórate para ver cuáles están abiertas; salta lo que no sepas.
gap-rated = Tus valoraciones están guardadas
gap-rate-again = Valorarme de nuevo
gap-rate-on = { $left ->
    [one] Valorar la última
   *[other] Valorar { $left } más
}
gap-rate-resume = Seguir valorando
gap-rate-begun = Empezaste a valorarte: { $answered ->
    [one] hay una respuesta esperando.
   *[other] hay { $answered } respuestas esperando.
} No se ha perdido nada.
gap-rate-title = Valórate: { $role }
gap-rate-intro = Elige la frase que mejor encaja contigo ahora. Nunca es público: solo la moderación y la persona a la que se pida tu mentoría ven tus celdas abiertas. «No lo sé» es una buena respuesta.
gap-rate-submit = Guardar mis valoraciones
gap-open-cells = Celdas abiertas, las más valiosas primero ({ $shown } de { $open })
gap-nothing-open = No queda nada abierto: cumples todo lo que pide tu destino.
gap-offered = Toca una celda y se propone una meta para ella; otro toque la fija.
gap-stand-in = Nadie ha valorado todavía { $role }: lo que pide se toma del puesto afín { $other }.
gap-own-scale = Los niveles siguen la escala propia de este marco, de { $lowest } a { $highest }.
gap-picture = { $cells } competencias para { $role }, nivel actual frente al necesario; { $open } están abiertas. Primero: { $first }.
gap-picture-part = La imagen muestra las { $drawn } que más importan. { $rest }
gap-picture-rest = { $more } más: { $open } abiertas, { $met } cumplidas.
action-gap-cells = Todas las competencias
action-gap-cells-page = Página siguiente
action-gap-mentee-cells = Todas las competencias
action-gap-mentee-cells-page = Página siguiente
readiness = Preparación para { $role }
readiness-words = { $unknown ->
    [0] { $percent }
    [one] { $percent }; falta valorar una competencia
   *[other] { $percent }; falta valorar { $unknown } competencias
}
legend-current = Ahora
legend-required = Necesario
legend-unknown = Sin valorar
legend-emphasis = Cuánto importa

gap-evidence-title = ¿En qué se apoya una valoración?
gap-evidence-intro = Un enlace, un trabajo, lo que dijo alguien: una o dos frases.
gap-evidence-submit = Guardar evidencia
gap-evidence-heading = { $pieces ->
    [one] En qué se apoya
   *[other] En qué se apoya: { $pieces } evidencias, primero la más nueva
}
gap-no-evidence = Todavía sin evidencias.
gap-more-evidence = { $more ->
    [one] Y una más.
   *[other] Y { $more } más.
}
gap-evidence-by = { $name }, { $day }
gap-entry-week = Semana { $number } del hilo de progreso
gap-entry-note = Nota del { $day }
gap-entry-taken-back = retirada después
gap-cell-title = ¿Qué competencia?
gap-cell-help = Una que pida tu destino. Escribe unas letras.
gap-cell-submit = Ver
gap-level-means = { $level }: { $means }
gap-claimed = { $level }, dicho el { $day }
gap-claimed-by = { $level }, dicho por { $by } el { $day }
gap-mentee-evidence-title = En qué se apoyan los niveles de { $name }
field-entry = Una entrada de tu hilo de progreso
field-entry-help = En lugar de palabras o además de ellas.
gap-evidence-done = Evidencia guardada para { $competency }
field-competency = Competencia
field-competency-help = Una que ya hayas valorado. Escribe unas letras.
field-evidence = Evidencia
field-evidence-help = Se guarda con tu valoración; nunca es pública.

levels-title = Tus niveles al dar mentoría
levels-intro = Elige la frase que mejor encaja contigo. Puedes ayudar a quien esté al menos un nivel por debajo.
levels-submit = Guardar mis niveles
levels-done = Tus niveles están guardados
levels-used-for = Las sugerencias de la moderación se apoyan en ellos.

# Lo que dice quien da mentoría de los niveles de quien la recibe.

gap-no-mentees = Todavía no das mentoría a nadie
gap-no-mentees-next = En cuanto aceptes a alguien, verás aquí dónde está.
gap-which-mentee = ¿La matriz de quién?
gap-mentee-pick-submit = Ver
gap-mentee-title = { $name } camino de { $role }
gap-mentee-unrated = { $name } todavía no ha valorado nada. Ya puedes decir lo que has visto.
gap-attest-title = ¿Qué niveles has visto en { $name }?
gap-attest-intro = Elige la frase que encaja con lo que tú has visto y salta el resto. { $name } ve tus niveles junto a los suyos, y los tuyos cuentan desde ahora.
gap-attest-submit = Guardar niveles
gap-attest-on = Seguir con los siguientes
gap-attest-nothing = De estos, entonces, nada
gap-attest-nothing-next = Lo que no has visto queda como está. En la página siguiente hay más.
gap-attested = Tus niveles para { $name } están guardados
field-attest-evidence = ¿Qué has visto?
field-attest-evidence-help = Un enlace o una o dos frases; { $name } lo lee.
column-own = Palabra propia
column-attested = Mentor
gap-attested-cells = { $seen ->
    [one] Tu mentor ha confirmado un nivel.
   *[other] Tu mentor ha confirmado { $seen } niveles.
}
gap-differences = { $cells ->
    [one] Un nivel del que hablar en el próximo encuentro
   *[other] { $cells } niveles de los que hablar en el próximo encuentro
}
told-levels-attested = { $mentor } ha dicho qué niveles ha visto en ti
told-levels-differ = { $name } ve algunos niveles de otra manera que tú
told-levels-differ-next = Es normal y merece diez minutos: está en la agenda del próximo encuentro. ¿Qué ha visto cada cual?
told-agenda-levels = Para el próximo encuentro
told-agenda-levels-next = Cada cual cuenta lo que ha visto; quien se deje convencer cambia su nivel.

# Varios destinos lado a lado.

command-gap-compare = Comparar puestos de destino: ¿de cuál estás más cerca?
suggest-gap-compare = Comparar puestos
gap-compare-title = ¿De qué puesto estás más cerca?
gap-compare-intro = Elige dos o tres puestos. No se cambia nada.
gap-compare-submit = Comparar
field-compare-first = Primer puesto
field-compare-second = Segundo puesto
field-compare-third = Tercer puesto
field-compare-help = Escribe unas letras.
gap-compare-change = Elegir otro destino…
gap-closest = El puesto del que más cerca estás: { $role }
gap-compare-from = El camino se cuenta desde { $role }, al que más se parecen hoy tus niveles.
gap-compare-new = Valórate primero y verás hacia dónde lleva cada puesto.
gap-compare-open = Lo primero que queda abierto
gap-cells-met = { $met } de { $cells }
column-role = Puesto
column-readiness = Preparación
column-way = Camino
column-met = Celdas cumplidas
way-unknown = ?
way-held = Donde estás hoy
way-vertical = { $back ->
    [yes] Hacia abajo en tu escalafón
   *[no] Hacia arriba en tu escalafón
}
way-horizontal = De lado
way-diagonal = { $back ->
    [yes] En diagonal y un nivel atrás
   *[no] En diagonal, a otro escalafón o campo
}
