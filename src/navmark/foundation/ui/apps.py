from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "navmark.foundation.ui"
    label = "ui"

    def ready(self) -> None:
        from navmark.foundation.ui.wording import set_words

        set_words()
