# A la espera de mentor.

command-mentors = Ver qué mentores encajan contigo
command-waiting = Ver quién espera mentor
suggest-mentors = Mentores que encajan conmigo
suggest-waiting = Quién espera
action-waiting = Quién espera
action-mentor-ask = Preguntar
waiting-title = { $count ->
    [0] Nadie espera mentor
    [one] Un mentorado espera mentor
   *[other] { $count } mentorados esperan mentor
}
waiting-since = espera desde
waiting-rounds = rondas sin mentor
waiting-expected = De los últimos { $count } que encontraron mentor, la mitad esperó { $half ->
    [0] menos de un día
    [one] hasta un día
   *[other] hasta { $half } días
}, y tres de cada cuatro { $most ->
    [0] menos de un día
    [one] hasta un día
   *[other] hasta { $most } días
}. Es lo que ha sido, no una promesa.
waiting-unknown = Aún han encontrado mentor aquí muy pocas personas para decir cuánto se tarda.
mentors-title = { $count ->
    [0] Ahora mismo no encaja contigo ningún mentor
    [one] Un mentor encaja contigo
   *[other] { $count } mentores encajan contigo
}
mentors-ask = Preguntar a { $name }
mentors-ask-one = Puedes preguntar a uno; mientras lo piensa, no se pregunta a nadie más.
mentors-moderators-ask = Aquí pregunta la moderación, en rondas y entre ellas. Di con /wishes a quién preferirías.
mentors-nobody = Sigues en la lista, y cuentas más en cada ronda que te deja sin mentor. Lo que más ayuda son más idiomas u horas, con /settings y /availability.
mentors-asked = Se está preguntando a { $name }
mentors-asked-next = Te enterarás en cuanto haya respuesta. Un no no dice nada de ti.
error-mentees-dont-ask = En este programa pregunta la moderación a los mentores. Di con /wishes a quién preferirías.
