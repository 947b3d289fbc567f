import pytest

from navmark.project import listed, settings
from navmark.project.refusals import Refused


def test_what_the_settings_list_is_there():
    listed.insist_on_apps(settings.APPS)
    assert set(settings.APPS) <= set(settings.INSTALLED_APPS)


@pytest.mark.parametrize("name", ["navmark.foundation.peeple", "navmark.pillars.demonstration.branch_lives"])
def test_what_is_listed_but_not_there_is_named(name):
    with pytest.raises(Refused, match=name):
        listed.insist_on_apps(["navmark.foundation.people", name])
