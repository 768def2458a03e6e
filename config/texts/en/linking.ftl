# One person of several accounts.

command-link = Make your account on another platform your own here, too
suggest-link = Link my accounts
action-link-merge = Make them one
link-code-title = A code for your other account
link-code-means = With it, your account on another platform becomes yours here, too: one person, one programme, wherever you write.
link-how-title = Link your accounts
link-how-means = Type /link where Menteo knows you; you get a code. Type /link with that code here. If Menteo knows you nowhere yet, join.
link-ask-title = Two members are to become one
link-ask-means = The code is that of { $name } on { $platform }. That member stays.
link-ask-here = All that belongs to { $name } here goes over to them: goals, check-ins, growth, pairings. Where the two say different things, you are asked what counts.
link-for-good = This can’t be undone. Only go on if both are you.
link-form-title = Make them one
link-form-intro = Choose what counts where the two differ. This can’t be undone.
link-submit = Make them one for good
link-option = { $value } ({ $platform })
link-name = Name
link-levels = Your levels as a mentor
link-levels-count = { $count ->
    [one] { $count } competency
   *[other] { $count } competencies
}
link-wishes-count = { $count ->
    [one] { $count } wish
   *[other] { $count } wishes
}
link-done-title = Your accounts are one in { $community }
link-done-next = Whatever you do on either platform is yours. To be written to on the other one, change it in /settings.
linked-title = Your account on { $platform } is linked
linked-means = What is done there is done as you. If that wasn’t you, tell a moderator at once.
