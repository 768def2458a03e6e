"""A curated way to a role: its graph of steps, the way cut to one member, the plan in time, and their own copy of it.

The order of the stem: `graphs` says what a roadmap is and when it holds together; `cutting` cuts it to a member's
gaps, `composing` makes one of several; `planning` lays what is left out in time and `pacing` learns from how weeks
really went; `enrolments` is a member's own copy, `revisions` brings it to a newer version, `publishing` how a
roadmap that was drafted in chat becomes one.
"""
