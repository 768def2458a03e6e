"""A ladder of a community's own, as its moderator attaches it."""

KITCHEN = """\
id: kitchen
version: 1
language: en
title: Kitchen
summary: From peeling to leading.
ladders:
  - {id: stove, title: Stove, family: kitchen}
competencies:
  - id: knives
    title: Knives
    kind: hard
    aliases: [cutting]
    indicators: {1: Peels., 2: Cuts., 3: Carves., 4: Teaches., 5: Forges.}
  - id: sauces
    title: Sauces
    kind: hard
    indicators: {1: Stirs., 2: Binds., 3: Reduces., 4: Composes., 5: Invents.}
roles:
  - id: cook
    title: Cook
    ladder: stove
    level: 1
    requires:
      knives: {level: 2, importance: 4}
  - id: chef
    title: Head chef
    aliases: [maestro]
    ladder: stove
    level: 3
    requires:
      knives: {level: 4, importance: 5}
      sauces: {level: 3, importance: 3}
"""

SECOND = (
    KITCHEN.replace("version: 1", "version: 2")
    .replace("knives: {level: 4, importance: 5}", "knives: {level: 5, importance: 5}")
    .replace("      sauces: {level: 3, importance: 3}\n", "      pastry: {level: 2, importance: 3}\n")
    .replace(
        "roles:\n",
        "  - id: pastry\n    title: Pastry\n    kind: hard\n"
        "    indicators: {1: Sifts., 2: Folds., 3: Glazes., 4: Sculpts., 5: Dreams.}\nroles:\n",
    )
)
"""Its chef has to bake, needs no sauces any more, and cuts better."""

TOML = """\
id = "garden"
version = 1
language = "en"
title = "Garden"
summary = "From weeding to planning."

[[ladders]]
id = "beds"
title = "Beds"
family = "garden"

[[competencies]]
id = "pruning"
title = "Pruning"
kind = "hard"
[competencies.indicators]
1 = "Watches."
2 = "Cuts back."
3 = "Shapes."
4 = "Teaches."
5 = "Breeds."

[[roles]]
id = "gardener"
title = "Gardener"
ladder = "beds"
level = 1
[roles.requires.pruning]
level = 3
importance = 4
"""

WAY = """\
id: to-the-stove
language: en
title: To the stove
summary: From cutting to leading.
author: Noor Haddad
framework: kitchen
role: chef
steps:
  - {id: cut, title: Cut a whole menu, competency: knives, level: 5, hours: 10}
  - {id: stir, title: Stir three sauces, competency: sauces, level: 3, hours: 8, needs: [cut]}
"""
