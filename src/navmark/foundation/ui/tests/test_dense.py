"""What indents a template weighs nothing on its page."""

from django.template.loader import get_template


def test_no_line_of_a_page_is_indented():
    source = get_template("ui/copy.html").render({"id": "a", "label": "文本", "text": "一\n  二"})

    assert "\n  <" not in source and "一\n  二" in source
