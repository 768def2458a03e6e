# The guided tour through the whole loop.

tour-setup = As the moderator, start a programme with /setup. Every answer is filled in already.
tour-mentor = As a mentor, join with /join mentor: choose the role you hold, say “Staff engineer”.
tour-mentee = As a mentee, join with /join mentee: choose where you want to go, say “Staff engineer” too, and make your growth public.
tour-rate = As the mentee, rate where you are with /gap rate (a few will do for now), and look at the picture.
tour-pair = As the moderator, find a mentor with /pair and propose one.
tour-accept = As that mentor, look into the direct messages and accept.
tour-goal = A private room has opened for the pair. Say hello there, then set the mentee’s first goal with /goal add.
tour-monday = Let time pass: move the clock to next Monday, 09:00.
tour-checkin = As the mentee, answer the check-in that has arrived, and share it.
tour-thread = Read the week on the mentee’s public growth thread. Then move the clock on, and see the streak grow.
tour-private = This mentee’s growth is private, so nothing was published: their mentor reads it in the room. See /growth.
