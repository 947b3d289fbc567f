"""Words head what follows by the mark of the language; a question has its own."""

import pytest
from django.utils.translation import override

from navmark.foundation.ui.marks import headed


@pytest.mark.parametrize(
    "language, words, said",
    [("zh-hans", "日期", "日期："), ("zh-hans", "这是哪一类表？", "这是哪一类表？"), ("en", "Which?", "Which? ")],
)
def test_what_heads_is_followed_by_one_mark(language, words, said):
    with override(language):
        assert headed(words) == said
