# Cómo se ve a alguien desde fuera.

shortcut-mentorship-profile = Perfil de mentoría

profile-title = Perfil de mentoría de { $name }
profile-roles = Participa como
profile-no-role = nada todavía
role-mentor = mentor
role-mentee = mentorado
role-moderator = parte de la moderación
profile-mentors-in = Da mentoría en
profile-paired = Mentoría en marcha
profile-newest-note = La nota más reciente
profile-private = El resto sobre { $name } solo se ve en su mentoría.
profile-private-own = Tu progreso es privado: de esto solo se ve como qué participas. Quien comparte mentoría contigo ve más.
profile-unknown = { $name } aún no está en Menteo aquí
profile-unknown-means = Puede unirse con /join para recibir mentoría o para darla. La moderación puede invitar.
