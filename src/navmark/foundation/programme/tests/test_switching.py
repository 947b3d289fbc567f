from datetime import date

from django.utils.translation import override

from navmark.foundation.programme.forms import SwitchForm


def test_it_begins_with_the_day_in_the_form_that_a_browser_reads():
    with override("zh-hans"):
        assert 'value="2026-11-29"' in str(SwitchForm(initial={"day": date(2026, 11, 29)})["day"])
