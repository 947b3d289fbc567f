"""The line icons beside words."""

from django.template import Context, Template

from navmark.foundation.ui.templatetags.ui import icon


def test_an_icon_is_drawn_once_and_stands_as_it_is_on_each_page():
    page = Template('{% load ui %}{% icon "house" %}{% icon "house" %}').render(Context())

    assert page == icon("house") * 2
    assert icon("house") is icon("house")
    assert icon("house", 16) != icon("house")
    assert page.startswith("<svg") and 'aria-hidden="true"' in page
