# Setting a programme up.

command-setup = Start a programme here, or change the one that runs
suggest-setup = Start a programme
action-setup = Start a programme

setup-title = Start a programme
setup-change-title = Change the programme
setup-intro = Every answer is filled in with a safe choice. You become a moderator.
setup-change-intro = A new length or rhythm holds for those who join from now on; nobody’s planned weeks change.
setup-name = Name of the programme
setup-name-default = { $community } mentoring
setup-template = Template
setup-template-help = It sets the length, the rhythm and the weekly questions.
setup-moderators-read = Moderators may read in mentorship rooms
setup-moderators-read-help = Each room’s guide says so. Leave it off, and a room is the pair’s own.
setup-submit = Start the programme
setup-done = { $programme } is running
setup-length = Length
setup-nudge = Reminder
setup-nudge-after = { $hours ->
    [one] Once, { $hours } hour after a question stays open
   *[other] Once, { $hours } hours after a question stays open
}
setup-starts = Started on
setup-next = Now tell people here to type /join. When a mentee and a mentor are in, /pair brings them together.
