"""Mentoring as conversation: the commands, forms, views and notices of each feature, and the router between them."""
