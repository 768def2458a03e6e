# What the command line says of frameworks: taking them in, and how far two roles are apart.

import-progress = { $file }: { $rows ->
    [one] one row
   *[other] { $rows } rows
}
import-imported = { $title } is here now, as “{ $id }”.
import-updated = { $title } has taken the place of what was here as “{ $id }”.
import-unchanged = { $title } was here already, as “{ $id }”: nothing has changed.
import-count-roles = Roles: { $number }
import-count-roles-rated = Roles with ratings: { $number }
import-count-roles-with-stand-in = Roles that a related role stands in for: { $number }
import-count-roles-without-ratings = Roles without ratings: { $number }
import-count-competencies = Competencies: { $number }
import-count-rows = Rows of ratings: { $number }
import-count-requirements = Levels with importance: { $number }
import-count-suppressed = Rows that their publisher calls imprecise, kept and marked: { $number }
import-count-not-relevant = Rows that say “not relevant”, which ask nothing: { $number }
import-count-other-scales = Rows on other scales, left out: { $number }
import-count-incomplete = Pairs with a value missing, left out: { $number }
import-count-essential = Essential skills: { $number }
import-count-optional = Optional skills: { $number }
import-count-unresolved = Rows about concepts that are not in the other files, left out: { $number }
import-change-ladders = Ladders: { $added } new, { $changed } changed, { $removed } gone
import-change-competencies = Competencies: { $added } new, { $changed } changed, { $removed } gone
import-change-indicators = Indicators: { $added } new, { $changed } changed, { $removed } gone
import-change-roles = Roles: { $added } new, { $changed } changed, { $removed } gone
import-change-requirements = Levels asked: { $added } new, { $changed } changed, { $removed } gone

compare-title = { $origin } → { $target }, { $framework }
compare-readiness = Of what is asked, { $percent } is met.
compare-vertical = Direction: vertical, on the same ladder{ $way ->
    [back] {""}; to a lower level, so a move back
   *[on] {""}
}
compare-horizontal = Direction: horizontal, at the same level
compare-diagonal = Direction: diagonal, to another ladder{ $way ->
    [back] {""}; to a lower level, so a move back
   *[on] {""}
}
compare-stand-in = { $role } has no ratings of its own: those of the nearest related role are shown, { $other } ({ $code }).
compare-column-competency = Competency
compare-column-now = Now
compare-column-needed = Needed
compare-column-weight = Weight
compare-column-rank = Worth
compare-unknown = ?
compare-imprecise = * rests on too little to be relied on, says its publisher.
compare-framework = There is no framework “{ $framework }” here. There are: { $known }. “menteo import” takes in others.
compare-role = Nothing here is called anything like “{ $typed }”.
compare-several = “{ $typed }” could be several roles: { $roles }{ $more ->
    [0] {"."}
   *[other] {" "}and more.
} Give the code of one.
compare-unrated = { $role } ({ $code }) has no ratings in this framework, nor has any role that is related to it.
