"""Where Alembic begins; the caller hands over a connection with a transaction open."""

from alembic import context

from onveilig_desktop.vault.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()
