"""What a form itself says when it refuses an answer: one place for every form of the product.

Django's own sentences are said by a machine (这个字段是必填项, 确保该值大于或等于1). These stand beside the
label, at the field and in the summary above, so that they name no field again. They are set before any form of ours is made.
"""

from django import forms
from django.core import validators
from django.utils.translation import gettext_lazy as _

_CHOOSE = _("Please choose.")


def set_words() -> None:
    forms.Field.default_error_messages["required"] = _("Please fill this in.")
    forms.ChoiceField.default_error_messages |= {"required": _CHOOSE, "invalid_choice": _("Please choose one from the list.")}
    forms.ModelChoiceField.default_error_messages |= {
        "required": _CHOOSE,
        "invalid_choice": _("Please choose one from the list."),
    }
    forms.MultipleChoiceField.default_error_messages |= {
        "required": _CHOOSE,
        "invalid_choice": _("Please choose one from the list."),
    }
    forms.ModelMultipleChoiceField.default_error_messages |= {"required": _CHOOSE}
    forms.IntegerField.default_error_messages["invalid"] = _("Please write a whole number.")
    forms.DateField.default_error_messages["invalid"] = _("Please write a date that exists, as in 2026-11-20.")
    forms.TimeField.default_error_messages["invalid"] = _("Please write a time, as in 16:30.")
    forms.DecimalField.default_error_messages["invalid"] = _("Please write a number, as in 2.5.")
    validators.MinValueValidator.message = _("No less than %(limit_value)s; please correct it.")
    validators.MaxValueValidator.message = _("No more than %(limit_value)s; please correct it.")
    validators.MaxLengthValidator.message = _("At most %(limit_value)d characters; there are %(show_value)d.")
