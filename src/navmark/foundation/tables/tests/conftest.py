"""Messages are asserted in English, whatever catalogue is compiled."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield
