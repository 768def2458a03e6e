# Lo que la línea de órdenes dice de los marcos: cómo se incorporan y cuánto distan dos puestos.

import-progress = { $file }: { $rows ->
    [one] una fila
   *[other] { $rows } filas
}
import-imported = { $title } ya está aquí, como «{ $id }».
import-updated = { $title } ha sustituido a lo que había como «{ $id }».
import-unchanged = { $title } ya estaba aquí, como «{ $id }»: no ha cambiado nada.
import-count-roles = Puestos: { $number }
import-count-roles-rated = Puestos con valoraciones: { $number }
import-count-roles-with-stand-in = Puestos representados por otro afín: { $number }
import-count-roles-without-ratings = Puestos sin valoraciones: { $number }
import-count-competencies = Competencias: { $number }
import-count-rows = Filas de valoraciones: { $number }
import-count-requirements = Niveles con importancia: { $number }
import-count-suppressed = Filas que quien las publica llama imprecisas, conservadas y marcadas: { $number }
import-count-not-relevant = Filas que dicen «no pertinente», que no piden nada: { $number }
import-count-other-scales = Filas en otras escalas, omitidas: { $number }
import-count-incomplete = Pares a los que falta un valor, omitidos: { $number }
import-count-essential = Capacidades esenciales: { $number }
import-count-optional = Capacidades optativas: { $number }
import-count-unresolved = Filas sobre conceptos que no están en los otros archivos, omitidas: { $number }
import-change-ladders = Escalafones: { $added } nuevos, { $changed } cambiados, { $removed } retirados
import-change-competencies = Competencias: { $added } nuevas, { $changed } cambiadas, { $removed } retiradas
import-change-indicators = Indicadores: { $added } nuevos, { $changed } cambiados, { $removed } retirados
import-change-roles = Puestos: { $added } nuevos, { $changed } cambiados, { $removed } retirados
import-change-requirements = Niveles pedidos: { $added } nuevos, { $changed } cambiados, { $removed } retirados

compare-title = { $origin } → { $target }, { $framework }
compare-readiness = De lo que se pide, se cumple el { $percent }.
compare-vertical = Dirección: vertical, en el mismo escalafón{ $way ->
    [back] {""}; a un nivel más bajo, es decir, un paso atrás
   *[on] {""}
}
compare-horizontal = Dirección: horizontal, al mismo nivel
compare-diagonal = Dirección: diagonal, a otro escalafón{ $way ->
    [back] {""}; a un nivel más bajo, es decir, un paso atrás
   *[on] {""}
}
compare-stand-in = { $role } no tiene valoraciones propias: se muestran las del puesto afín más cercano, { $other } ({ $code }).
compare-column-competency = Competencia
compare-column-now = Ahora
compare-column-needed = Necesario
compare-column-weight = Peso
compare-column-rank = Valor
compare-unknown = ?
compare-imprecise = * se apoya en demasiado poco para fiarse, dice quien lo publica.
compare-framework = Aquí no hay ningún marco «{ $framework }». Hay: { $known }. «menteo import» incorpora otros.
compare-role = Aquí nada se llama de forma parecida a «{ $typed }».
compare-several = «{ $typed }» puede ser varios puestos: { $roles }{ $more ->
    [0] {"."}
   *[other] {" "}y más.
} Indica el código de uno.
compare-unrated = { $role } ({ $code }) no tiene valoraciones en este marco, ni las tiene ningún puesto afín.
