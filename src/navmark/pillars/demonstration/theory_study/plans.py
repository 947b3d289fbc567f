"""Which register plans study, and the page beside each of its lines."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.registers.beside import PageBeside, register_page
from navmark.foundation.study.sessions import plan_by

PLAN = "study_plan"

plan_by(PLAN)
register_page(PageBeside(PLAN, _("Who studied"), "theory_study:plan"))
