"""Sign-up sheets and score tables: CSV as spreadsheets and form tools write it, read whole or refused line by line."""
