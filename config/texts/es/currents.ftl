# De varias comunidades, la que se quiere decir.

command-community = Ver de qué comunidad se trata o cambiar a otra
community-current = Se trata de { $name }
community-others = { $count ->
    [0] Aquí no perteneces a ninguna otra comunidad.
    [one] Lo que haces en privado se refiere a esta comunidad hasta que cambies a la otra.
   *[other] Lo que haces en privado se refiere a esta comunidad hasta que cambies a otra de las tuyas.
}
action-community-switch = Cambiar a { $name }
community-switched = A partir de ahora, lo que haces en privado se refiere a esta comunidad.
community-named = { $community }: { $title }
suggest-community = ¿Qué comunidad?
