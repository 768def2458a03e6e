# A member as others see them.

shortcut-mentorship-profile = Mentorship profile

profile-title = { $name }’s mentorship profile
profile-roles = Here as
profile-no-role = not taking part yet
role-mentor = mentor
role-mentee = mentee
role-moderator = moderator
profile-mentors-in = Mentors in
profile-paired = Paired
profile-newest-note = The newest note
profile-private = More about { $name } is seen only by those they are paired with.
profile-private-own = Your growth is private: others see nothing of this but your roles. Those you are paired with see more.
profile-unknown = { $name } isn’t in Menteo here yet
profile-unknown-means = They can join with /join, as a mentee or a mentor. A moderator can invite them.
