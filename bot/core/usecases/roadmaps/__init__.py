"""What members, mentors and moderators do with roadmaps.

`reading` finds what there is and lays it in time; `following` enrols, leaves and takes newer versions; `steps` is what
becomes of a step; `drafting` makes roadmaps of a community's own; `retelling` says copies in another language.
"""
