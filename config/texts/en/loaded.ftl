# Frameworks of a community's own: what there is, loading one, removing one.

command-framework = Which frameworks members can aim at, and whose they are
command-framework-load = Load a framework of your own from a file (YAML or TOML)
command-framework-remove = Remove a framework of your own
suggest-framework = Frameworks
suggest-framework-load = Load a framework
suggest-framework-remove = Remove one
action-framework-attach = Attach a file
action-framework-load = Yes, load it
action-framework-remove = Yes, remove it

error-framework-unreadable = That can’t be read as a framework{ $line ->
    [0] {""}
   *[other] {" "}(line { $line })
}{ $field ->
    [none] {""}
   *[other] {", "}at “{ $field }”
}: { $why ->
    [missing] it lacks this part
    [unknown] there is no such part in the format; look for a slip of the pen
    [low] give { $limit } or more
    [high] give { $limit } at most
    [number] give a whole number
    [text] give words, in quotes where they are digits
    [long] give { $limit } characters at most
    [few] there must be { $limit } of them at least
    [choice] give { $limit }
    [shape] it is built otherwise than the format asks
    [id] use small letters from a to z, digits and single hyphens, a letter first
    [language] give a code like en or pt-BR
    [blank] write something, without spaces before or after it
   *[other] { $reason }
}. Nothing was loaded. Mend it and attach it again; the format is in docs/frameworks.md.
error-framework-id-taken = Line { $line }, at “id”: “{ $framework }” is a framework that every community has here. Give yours another id and attach it again; nothing was loaded.
error-framework-role-taken = Line { $line }, at “roles”: the role “{ $role }” is in the framework “{ $framework }” already, and a role belongs to one. Give it another id and attach it again; nothing was loaded.
error-framework-competency-differs = Line { $line }, at “competencies”: “{ $competency }” reads otherwise in the framework “{ $framework }”, and a competency that two share says the same in both. Take its title, kind, aliases and indicators over, or give it another id; nothing was loaded.
error-framework-version-stale = Line { $line }, at “version”: what changes needs a higher version than { $kept }, and this says { $version }. Raise it and attach it again; nothing was loaded.
error-framework-unchanged = { $framework }, version { $version }, is here already, word for word: there is nothing to load. To change it, raise its version.
error-too-many-frameworks = A community has room for { $most } frameworks of its own. Remove one with /framework remove first; nothing was loaded.
error-no-framework-waits = That file doesn’t wait for a yes any more: another was attached since, or it is loaded. See /framework, and attach it again if need be.
error-no-own-framework = Your community has no framework of its own. Load one with /framework load; those that come with Menteo stay.

frameworks-title = Frameworks
frameworks-next = A framework says what roles ask, competency by competency. One that you load is your community’s alone.
column-framework = Framework
column-version = Version
column-roles = Roles
column-from = From
framework-for-all = here for everybody
framework-by = { $name }, { $day }
framework-version = { $framework }, version { $version }
framework-load-title = Load a framework
framework-load-intro = A file in the format of docs/frameworks.md. You see what it changes before anything is kept; nobody outside this community sees it.
field-framework-file = Framework file
field-framework-file-help = YAML or TOML, { $kilobytes } kB at most.
framework-load-submit = Look at it
framework-brought = Load { $framework }, version { $version }?
framework-brought-next = Nothing has changed yet.
framework-replaces = It takes the place of version { $version }; what members have rated stays.
framework-moved = { $count ->
    [one] One member aims at a role that asks something else from then on; /gap tells them what.
   *[other] { $count } members aim at a role that asks something else from then on; /gap tells them what.
}
framework-dropped = { $count ->
    [one] One member aims at a role that goes. They are told, and asked to choose another.
   *[other] { $count } members aim at a role that goes. They are told, and asked to choose another.
}
framework-competencies-new = New competencies ({ $count })
framework-competencies-changed = Changed competencies ({ $count })
framework-competencies-gone = Competencies that go ({ $count })
framework-roles-new = New roles ({ $count })
framework-roles-changed = Changed roles ({ $count })
framework-roles-gone = Roles that go ({ $count })
framework-more = { $count } more
framework-loaded = { $framework }, version { $version }, is loaded
framework-loaded-next = { $roles ->
    [one] Its role can be chosen with /join from now on.
   *[other] Its { $roles } roles can be chosen with /join from now on.
} With /curate you write a roadmap to one.
framework-told = { $count ->
    [one] One member is asked to choose another role.
   *[other] { $count } members are asked to choose another role.
}
framework-remove-title = Remove a framework
framework-remove-intro = You see what that means before it happens.
framework-remove-submit = Go on
framework-removal = Remove { $framework }?
framework-removal-means = { $roles ->
    [one] Its role can’t be chosen any more.
   *[other] Its { $roles } roles can’t be chosen any more.
} Ratings, goals and roadmaps are kept: loaded again, all is as it was.
framework-removal-aiming = { $count ->
    [0] No member aims at one of its roles.
    [one] One member aims at one of its roles. They are told, and asked to choose another.
   *[other] { $count } members aim at one of its roles. They are told, and asked to choose another.
}
framework-removed = { $framework } is removed
framework-removed-next = To bring it back, load the same file again.

role-gone = Your destination role is no longer here
role-gone-means = A moderator has taken it out of { $framework }. Choose another one; your levels, goals and growth are kept.

## A framework that has changed

action-gap-known = I know now
gap-changed = { $framework } is now version { $version }{ $since ->
    [unknown] {""}
   *[other] , since { $since }
} (your matrix was begun on { $begun }). { $what }. What you have rated is kept.
gap-changed-asks = { $competency } asks { $now } instead of { $before }
gap-changed-matters = { $competency } matters { $now } instead of { $before }
gap-changed-level = { $competency } ({ $level })
gap-changed-new = new: { $competencies }
gap-changed-gone = no longer asked: { $competencies }
