"""A password that is refused is refused in Chinese, whatever is wrong with it."""

import re

import pytest
from django.utils.translation import override

from navmark.foundation.people.forms.accounts import JoinForm


@pytest.mark.parametrize(
    "login, password, words",
    [
        ("zhangwei", "abc", "密码至少8个字符。"),
        ("zhangwei", "password", "密码"),
        ("zhangwei88", "zhangwei88", "密码"),
    ],
)
def test_it_says_what_is_wrong_in_chinese(login, password, words):
    with override("zh-hans"):
        said = JoinForm({"login": login, "password": password, "again": password}).errors["password"]

    assert any(words in one for one in said)
    assert not re.search("[a-z]{3}", "".join(said))
