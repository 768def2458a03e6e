"""A whole programme in virtual time: scripted people, a platform and a ledger outside, the real program inside."""
