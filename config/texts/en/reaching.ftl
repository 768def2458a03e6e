# When somebody can't be written to in private.

knock-title = There is something for you here
knock-means = It isn’t for everybody. Press “Where I stand” or type /me: only you see the answer.
reach-tried = I have written to you in private
reach-tried-means = If nothing arrives, your direct messages from members of this community are still closed. Open them in its privacy settings, then try again.
reached-title = Private messages arrive
reached-means = From now on, what is only for you comes here.
me-unreachable = I can’t write to you in private: your direct messages are closed to me. What is for you is said in your mentorship room, or hinted at in public. Open them in this community’s privacy settings, then press the button.
action-reach-me = Write to me again
out-of-reach = { $name } can’t be written to
out-of-reach-next = { $platform } doesn’t take private messages for { $name }: they never started the bot, stopped it, or closed their messages. What is for them waits where they can see it. Ask them to write to the bot once; that brings them back.
