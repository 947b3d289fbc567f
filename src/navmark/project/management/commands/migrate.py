"""Django's `migrate`; the tables of an empty database are made at once."""

from typing import Any

from django.core.management.commands import migrate
from django.db import connection

from navmark.project import tables


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        if tables.are_none() and not options["app_label"]:
            tables.make_all()
        super().handle(*args, **options)  # what libraries do when tables were made: kinds of content, permissions

    def migration_progress_callback(self, action: str, *args: Any, **options: Any) -> None:
        """A restore takes all steps in one transaction, and PostgreSQL alters no table while a key in it waits to be checked: so
        that no step has to know what the one before it wrote, each ends with its rows checked."""
        super().migration_progress_callback(action, *args, **options)
        if action == "apply_success" and connection.vendor == "postgresql" and connection.in_atomic_block:
            connection.check_constraints()
