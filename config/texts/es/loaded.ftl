# Marcos propios de una comunidad: cuáles hay, cargar uno, quitar uno.

command-framework = Qué marcos hay para los miembros y de quién son
command-framework-load = Cargar un marco propio desde un archivo (YAML o TOML)
command-framework-remove = Quitar un marco propio
suggest-framework = Marcos
suggest-framework-load = Cargar un marco
suggest-framework-remove = Quitar uno
action-framework-attach = Adjuntar un archivo
action-framework-load = Sí, cargarlo
action-framework-remove = Sí, quitarlo

error-framework-unreadable = Eso no se puede leer como marco{ $line ->
    [0] {""}
   *[other] {" "}(línea { $line })
}{ $field ->
    [none] {""}
   *[other] {", "}en «{ $field }»
}: { $why ->
    [missing] le falta esta parte
    [unknown] el formato no tiene esa parte; mira si hay una errata
    [low] pon { $limit } o más
    [high] pon { $limit } como mucho
    [number] pon un número entero
    [text] pon palabras, entre comillas si son cifras
    [long] pon { $limit } caracteres como mucho
    [few] tiene que haber al menos { $limit }
    [choice] pon { $limit }
    [shape] está hecho de otra manera que la que pide el formato
    [id] usa minúsculas de la a a la z, cifras y guiones sueltos, con una letra al principio
    [language] pon un código como en o pt-BR
    [blank] escribe algo, sin espacios delante ni detrás
   *[other] { $reason }
}. No se ha cargado nada. Corrígelo y vuelve a adjuntarlo; el formato está en docs/frameworks.md.
error-framework-id-taken = Línea { $line }, en «id»: «{ $framework }» es un marco que aquí tienen todas las comunidades. Da otro id al tuyo y vuelve a adjuntarlo; no se ha cargado nada.
error-framework-role-taken = Línea { $line }, en «roles»: el puesto «{ $role }» ya está en el marco «{ $framework }», y un puesto es de uno solo. Dale otro id y vuelve a adjuntarlo; no se ha cargado nada.
error-framework-competency-differs = Línea { $line }, en «competencies»: «{ $competency }» dice otra cosa en el marco «{ $framework }», y una competencia que comparten dos dice lo mismo en ambos. Copia su título, tipo, alias e indicadores, o dale otro id; no se ha cargado nada.
error-framework-version-stale = Línea { $line }, en «version»: lo que cambia necesita una versión mayor que { $kept }, y aquí dice { $version }. Súbela y vuelve a adjuntarlo; no se ha cargado nada.
error-framework-unchanged = { $framework }, versión { $version }, ya está aquí palabra por palabra: no hay nada que cargar. Para cambiarlo, sube su versión.
error-too-many-frameworks = En una comunidad caben { $most } marcos propios. Quita antes uno con /framework remove; no se ha cargado nada.
error-no-framework-waits = Ese archivo ya no espera un sí: después se adjuntó otro, o ya está cargado. Mira /framework y, si hace falta, vuelve a adjuntarlo.
error-no-own-framework = Tu comunidad no tiene ningún marco propio. Carga uno con /framework load; los que vienen con Menteo se quedan.

frameworks-title = Marcos
frameworks-next = Un marco dice qué piden los puestos, competencia por competencia. El que cargues es solo de tu comunidad.
column-framework = Marco
column-version = Versión
column-roles = Puestos
column-from = De
framework-for-all = aquí para todo el mundo
framework-by = { $name }, { $day }
framework-version = { $framework }, versión { $version }
framework-load-title = Cargar un marco
framework-load-intro = Un archivo en el formato de docs/frameworks.md. Ves qué cambia antes de que se guarde nada; nadie fuera de esta comunidad lo ve.
field-framework-file = Archivo del marco
field-framework-file-help = YAML o TOML, { $kilobytes } kB como mucho.
framework-load-submit = Verlo
framework-brought = ¿Cargar { $framework }, versión { $version }?
framework-brought-next = Todavía no ha cambiado nada.
framework-replaces = Ocupa el lugar de la versión { $version }; lo que los miembros han valorado se queda.
framework-moved = { $count ->
    [one] Un miembro aspira a un puesto que desde entonces pide otra cosa; /gap le dice qué.
   *[other] { $count } miembros aspiran a un puesto que desde entonces pide otra cosa; /gap les dice qué.
}
framework-dropped = { $count ->
    [one] Un miembro aspira a un puesto que se va. Se le avisa y se le pide que elija otro.
   *[other] { $count } miembros aspiran a un puesto que se va. Se les avisa y se les pide que elijan otro.
}
framework-competencies-new = Competencias nuevas ({ $count })
framework-competencies-changed = Competencias que cambian ({ $count })
framework-competencies-gone = Competencias que se van ({ $count })
framework-roles-new = Puestos nuevos ({ $count })
framework-roles-changed = Puestos que cambian ({ $count })
framework-roles-gone = Puestos que se van ({ $count })
framework-more = { $count } más
framework-loaded = { $framework }, versión { $version }, está cargado
framework-loaded-next = { $roles ->
    [one] Su puesto se puede elegir desde ahora con /join.
   *[other] Sus { $roles } puestos se pueden elegir desde ahora con /join.
} Con /curate escribes una hoja de ruta hacia uno.
framework-told = { $count ->
    [one] A un miembro se le pide que elija otro puesto.
   *[other] A { $count } miembros se les pide que elijan otro puesto.
}
framework-remove-title = Quitar un marco
framework-remove-intro = Ves qué supone antes de que ocurra.
framework-remove-submit = Seguir
framework-removal = ¿Quitar { $framework }?
framework-removal-means = { $roles ->
    [one] Su puesto ya no se podrá elegir.
   *[other] Sus { $roles } puestos ya no se podrán elegir.
} Valoraciones, metas y hojas de ruta se guardan: si se vuelve a cargar, todo queda como estaba.
framework-removal-aiming = { $count ->
    [0] Ningún miembro aspira a uno de sus puestos.
    [one] Un miembro aspira a uno de sus puestos. Se le avisa y se le pide que elija otro.
   *[other] { $count } miembros aspiran a uno de sus puestos. Se les avisa y se les pide que elijan otro.
}
framework-removed = Se ha quitado { $framework }
framework-removed-next = Para recuperarlo, vuelve a cargar el mismo archivo.

role-gone = Tu puesto de destino ya no está aquí
role-gone-means = La moderación lo ha quitado de { $framework }. Elige otro; tus niveles, metas y progreso se conservan.

## Un marco que ha cambiado

action-gap-known = Ya lo sé
gap-changed = { $framework } está ahora en la versión { $version }{ $since ->
    [unknown] {""}
   *[other] , desde el { $since }
} (tu matriz empezó con la { $begun }). { $what }. Lo que has valorado se conserva.
gap-changed-asks = { $competency } pide { $now } en vez de { $before }
gap-changed-matters = { $competency } cuenta un { $now } en vez de un { $before }
gap-changed-level = { $competency } ({ $level })
gap-changed-new = nuevo: { $competencies }
gap-changed-gone = ya no se pide: { $competencies }
