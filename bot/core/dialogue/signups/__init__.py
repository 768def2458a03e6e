"""Sign-up sheets in chat: bringing one, saying what its headings mean, and who isn't here yet."""
