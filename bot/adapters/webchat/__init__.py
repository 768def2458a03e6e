"""The local web chat: a small chat server with a browser page, and the adapter that talks to it."""
