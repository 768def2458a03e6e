# Help.

command-help = What you can do here, the next step first
suggest-help = Help
help-title = What you can do
help-mentees = As a mentee
help-mentors = As a mentor
help-moderators = As a moderator
help-everybody = Always
