"""Every address of the product. A room or mechanism brings its own `urls.py`; this file only hangs them up."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
