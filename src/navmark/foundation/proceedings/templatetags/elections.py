"""The result of an election for a template: `{% results_of item as results %}`."""

from django import template

from navmark.foundation.proceedings import results

register = template.Library()
register.simple_tag(results.results_of)
