"""Rounds of matching: begun, solved, decided about, published, answered, and passed on until they are settled.

What takes long is thought out in a unit of work that only reads (`think_...`), and carried out by the use case of a
write, which refuses what was thought out on another version: the one writer never waits for an engine.
"""
