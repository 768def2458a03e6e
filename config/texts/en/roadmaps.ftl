# Roadmaps: the way to a destination role, step by step.

error-roadmap-empty = This roadmap has no step yet. Add one first.
error-step-twice = Two steps are called “{ $step }”. Give one of them another name.
error-prerequisite-unknown = The step “{ $step }” needs “{ $needs }”, and there is no such step. Add it, or take it out of what is needed.
error-prerequisites-in-circle = These steps wait for each other, so none could ever begin: { $steps }. Take one of the arrows out.
error-step-competency-unknown = The step “{ $step }” lifts “{ $competency }”, which the framework doesn’t know. Use the id of one of its competencies.
error-step-level-off-scale = The step “{ $step }” lifts to level { $level }. Levels of this framework go up from { $lowest } to { $highest }.
error-step-effort-unlikely = The step “{ $step }” is said to take { $hours } hours. Give more than 0 and { $most } at most; what takes longer is several steps.
error-milestone-unproved = The step “{ $step }” is a milestone and doesn’t say what proves it. Write down what a mentor could look at.
error-roadmap-role-unknown = There is no role “{ $role }” in that framework. Use the id of one of its roles.
error-roadmap-framework-unknown = There is no framework “{ $framework }” here. Use the id of one that there is.
error-roadmap-unreadable = That can’t be read as a roadmap{ $line ->
    [0] {""}
   *[other] {" "}(line { $line })
}{ $field ->
    [none] {""}
   *[other] {", "}at “{ $field }”
}: { $reason }. Mend it and attach it again; the format is in docs/roadmaps.md.
error-not-enrolled = You follow no roadmap yet. See with /roadmap enrol which one closes most of your gap.
error-already-enrolled = You follow “{ $roadmap }”, and it is one roadmap at a time. Leave it first: see /roadmap.
error-nothing-to-close = Nothing of this roadmap is open for you: you hold all the levels that it lifts to.
error-step-not-ready = This step waits for another: “{ $needs }”. Do that first, or skip it.
error-step-settled = This step is { $state ->
    [done] done already
    [skipped] skipped; take it up again to do it
    [set_aside] set aside, since you hold its level; take it up again to do it
   *[other] to be done already
}. See /roadmap for what is next.
error-proof-missing = A milestone is done when there is something to show for it: { $proof } Write down where that can be seen.
error-nothing-newer = Your roadmap is of the newest version already.
error-draft-moved-on = That draft has moved on since: it is { $state ->
    [draft] being written
    [handed_in] waiting for a moderator
    [published] published already
   *[other] let go
}. See /curate for where your drafts stand.
error-draft-falls-short = The role wouldn’t be reached by this roadmap. It leaves open: { $competencies }. Add a step that lifts to the required level of each.
