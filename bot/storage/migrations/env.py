"""Runs the revisions on the connection that `bot.storage.migrate` hands over, inside its transaction."""  # noqa: INP001 - Alembic loads it by path

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
