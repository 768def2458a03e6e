"""The asynchronous edge: everything that stands between the event loop and whole units of work."""
