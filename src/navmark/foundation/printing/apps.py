from django.apps import AppConfig


class PrintingConfig(AppConfig):
    name = "navmark.foundation.printing"
    label = "printing"

    def ready(self) -> None:
        from navmark.foundation.people.glyphs import judged_by
        from navmark.foundation.printing.glyphs import lacking

        judged_by(lacking)
