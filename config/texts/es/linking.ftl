# Una persona con varias cuentas.

command-link = Hacer tuya también aquí tu cuenta de otra plataforma
suggest-link = Unir mis cuentas
action-link-merge = Hacer de las dos una
link-code-title = Un código para tu otra cuenta
link-code-means = Con él, tu cuenta de otra plataforma pasa a ser tuya también aquí: una persona y un programa, escribas donde escribas.
link-how-title = Unir tus cuentas
link-how-means = Escribe /link donde Menteo te conoce y obtendrás un código. Escribe aquí /link con ese código. Si Menteo aún no te conoce en ningún sitio, únete.
link-ask-title = De dos miembros se hará uno
link-ask-means = El código es de { $name } en { $platform }. Ese miembro se queda.
link-ask-here = Todo lo que aquí es de { $name } pasa a ese miembro: metas, registros, progreso, mentorías. Donde digan cosas distintas se te pregunta qué vale.
link-for-good = Esto no se puede deshacer. Sigue solo si las dos cuentas son tuyas.
link-form-title = Hacer de las dos una
link-form-intro = Elige qué vale donde las dos difieren. Esto no se puede deshacer.
link-submit = Hacer de las dos una para siempre
link-option = { $value } ({ $platform })
link-name = Nombre
link-levels = Tus niveles al dar mentoría
link-levels-count = { $count ->
    [one] { $count } competencia
   *[other] { $count } competencias
}
link-wishes-count = { $count ->
    [one] { $count } deseo
   *[other] { $count } deseos
}
link-done-title = Tus cuentas son una en { $community }
link-done-next = Lo que hagas en cualquiera de las plataformas es tuyo. Para que te escriba en la otra, cámbialo en /settings.
linked-title = Tu cuenta de { $platform } está unida
linked-means = Lo que se haga allí se hace en tu nombre. Si no has sido tú, avisa enseguida a la moderación.
