# Of several communities, the one that is meant.

command-community = Which community this is about, and switching to another
community-current = This is about { $name }
community-others = { $count ->
    [0] You are a member of no other community here.
    [one] What you do in private is about this community until you switch to your other one.
   *[other] What you do in private is about this community until you switch to another of yours.
}
action-community-switch = Switch to { $name }
community-switched = What you do in private is about this community from now on.
community-named = { $community }: { $title }
suggest-community = Which community?
