"""Whom we believe about who asked, and whether it was encrypted."""

import pytest

from navmark.foundation.people import proxies


@pytest.mark.parametrize(
    ("peer", "forwarded", "caller"),
    [
        ("10.0.0.5", "", "10.0.0.5"),
        ("10.0.0.5", "10.0.0.9", "10.0.0.5"),  # not from this machine: its words are nobody's
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "10.0.0.9", "10.0.0.9"),
        ("::1", "203.0.113.4, 10.0.0.9", "10.0.0.9"),
        ("127.0.0.1", "10.0.0.9:51234", "10.0.0.9"),
        ("127.0.0.1", "2001:db8::7", "2001:db8::7"),
        ("127.0.0.1", "[2001:db8::7]:51234", "2001:db8::7"),
        ("127.0.0.1", "unknown", "127.0.0.1"),
        ("127.0.0.1", "10.0.0.9, [", "127.0.0.1"),
        ("", "10.0.0.9", ""),
    ],
)
def test_the_caller_is_whom_the_nearest_trusted_hand_names(rf, peer, forwarded, caller):
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    assert proxies.caller_address(rf.get("/", REMOTE_ADDR=peer, **headers)) == caller


HTTPS = "https://dj.example.edu.cn"
LAN = "192.0.2.7:8000"


@pytest.mark.parametrize(
    ("public_url", "asked", "well_at"),
    [
        (HTTPS, {"HTTP_HOST": LAN}, f"{HTTPS}/login/?next=/year/"),
        (HTTPS, {"HTTP_HOST": "dj.example.edu.cn:8000"}, f"{HTTPS}/login/?next=/year/"),
        (HTTPS, {"HTTP_HOST": "dj.example.edu.cn", "HTTP_X_FORWARDED_PROTO": "http"}, f"{HTTPS}/login/?next=/year/"),
        (HTTPS, {"HTTP_HOST": LAN, "HTTP_X_FORWARDED_PROTO": "https", "REMOTE_ADDR": "10.0.0.5"}, f"{HTTPS}/login/?next=/year/"),
        (HTTPS, {"HTTP_HOST": "dj.example.edu.cn", "HTTP_X_FORWARDED_PROTO": "https"}, ""),
        (HTTPS, {"HTTP_HOST": "dj.example.edu.cn"}, ""),  # the proxy does not say
        (HTTPS, {"HTTP_HOST": LAN, "wsgi.url_scheme": "https"}, ""),
        ("http://192.0.2.7:8000", {"HTTP_HOST": LAN}, ""),
        ("", {"HTTP_HOST": LAN}, ""),
    ],
)
def test_a_page_opened_by_http_names_its_encrypted_address(rf, settings, public_url, asked, well_at):
    settings.PUBLIC_URL = public_url
    assert proxies.encrypted_address(rf.get("/login/", {"next": "/year/"}, **asked)).replace("%2F", "/") == well_at


def test_a_form_is_not_led_to_an_address_that_takes_forms_only(rf, settings):
    settings.PUBLIC_URL = HTTPS
    assert proxies.encrypted_address(rf.post("/logout/", HTTP_HOST=LAN)) == f"{HTTPS}/"
