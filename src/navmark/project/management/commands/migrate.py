"""Django's `migrate`; the tables of an empty database are made at once."""

from typing import Any

from django.core.management.commands import migrate

from navmark.project import tables


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        if tables.are_none() and not options["app_label"]:
            tables.make_all()
        super().handle(*args, **options)  # what libraries do when tables were made: kinds of content, permissions
