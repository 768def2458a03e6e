# Cuando no se puede escribir a alguien en privado.

knock-title = Aquí hay algo para ti
knock-means = No es para todo el mundo. Pulsa «Cómo voy» o escribe /me: solo tú verás la respuesta.
reach-tried = Te he escrito en privado
reach-tried-means = Si no llega nada, tus mensajes directos de miembros de esta comunidad siguen cerrados. Ábrelos en sus ajustes de privacidad y vuelve a intentarlo.
reached-title = Los mensajes privados llegan
reached-means = A partir de ahora, lo que es solo para ti llega aquí.
me-unreachable = No puedo escribirte en privado: tus mensajes directos están cerrados para mí. Lo que es para ti se dice en tu sala de mentoría o se insinúa en público. Ábrelos en los ajustes de privacidad de esta comunidad y pulsa el botón.
action-reach-me = Escríbeme otra vez
out-of-reach = No se puede escribir a { $name }
out-of-reach-next = { $platform } no acepta mensajes privados para { $name }: nunca inició el bot, lo paró, o cerró sus mensajes. Lo que es para esa persona queda donde puede verlo. Pídele que escriba al bot una vez; con eso vuelve.
