"""Words about passwords. Django's own Chinese lacks this one sentence, so that a page said it in English."""

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import gettext as _


class LongEnough(MinimumLengthValidator):
    """密码长度."""

    def get_error_message(self) -> str:
        return _("A password has at least %(count)d characters.") % {"count": self.min_length}

    def get_help_text(self) -> str:
        return self.get_error_message()
