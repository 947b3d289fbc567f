"""What doctor says of address and HTTPS: from what `up` noted, and from asking the address itself."""

import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from navmark.project import addresses, doctor, folder, reach, served
from navmark.project.refusals import Refused
from navmark.project.served import Serving
from navmark.project.tests.certificates import a_pair

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)


class _Healthy(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/healthz" else 404)
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_words):
        """Nobody reads it."""


@pytest.fixture
def healthy():
    server = HTTPServer(("127.0.0.1", 0), _Healthy)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_it_knows_what_is_served_from_another_process(db, settings, tmp_path, healthy):
    settings.DATA = tmp_path
    served.note(tmp_path, Serving("0.0.0.0", 8000, healthy))

    with folder.claimed(tmp_path, address=healthy):
        found = {one.about: one for one in doctor._network()}
    after = {one.about: one for one in doctor._network()}

    assert found["地址"].words == f"正在运行 {healthy}，能够打开"
    assert after["地址"].words.startswith("未在运行，上次")
    assert "明文" in found["HTTPS"].words and "--tls-cert" in found["HTTPS"].words


def test_a_server_of_this_machine_alone_says_what_opens_it():
    is_good, words = reach.address(Serving("127.0.0.1", 8000), is_running=True)

    assert is_good and "仅本机" in words and "--public-url" in words


def test_nothing_was_ever_served(tmp_path):
    assert served.noted(tmp_path) is None
    assert reach.address(None, is_running=False)[0]
    assert "不需要" in reach.https(None, at=NOW)[1]


def test_a_damaged_note_counts_as_none(tmp_path):
    (tmp_path / served.NOTE).write_text('{"host": ', encoding="utf-8")
    assert served.noted(tmp_path) is None


@pytest.mark.parametrize(
    ("names", "is_ours", "told"),
    [([], False, "找不到 school.test"), (["192.0.2.7"], False, "192.0.2.7，不是本机"), (["192.0.2.7"], True, "只监听 127.0.0.1")],
)
def test_a_public_address_that_does_not_answer_is_explained(monkeypatch, names, is_ours, told):
    monkeypatch.setattr(reach, "answers", lambda url: False)
    monkeypatch.setattr(addresses, "addresses_named", lambda name: names)
    monkeypatch.setattr(addresses, "is_own", lambda address: is_ours)

    is_good, words = reach.address(Serving("127.0.0.1", 8000, "http://school.test:8000"), is_running=True)

    assert not is_good and told in words


def test_only_addresses_of_this_machine_are_its_own():
    assert addresses.is_own("127.0.0.1")
    assert not addresses.is_own("192.0.2.7")
    assert addresses.addresses_named("127.0.0.1") == ["127.0.0.1"]
    assert addresses.addresses_named("no.such.name.invalid") == []


@pytest.mark.parametrize(("days", "is_good"), [(300, True), (10, False), (-1, False)])
def test_a_certificate_near_its_end_is_named(tmp_path, days, is_good):
    cert, _key = a_pair(tmp_path, ends=NOW + timedelta(days=days))
    found = reach.https(Serving("0.0.0.0", 8000, "https://school.test", str(cert)), at=NOW)

    assert found[0] is is_good and f"{NOW + timedelta(days=days):%Y-%m-%d}" in found[1]


def test_https_before_us_is_the_proxys():
    assert reach.https(Serving("127.0.0.1", 8000, "https://school.test"), at=NOW) == (True, "已启用，由前面的代理提供")


@pytest.mark.parametrize("given", ["school.test", "ftp://school.test", "http://school.test/navmark", "http://a:x", "http://"])
def test_what_is_no_address_is_refused(given):
    with pytest.raises(Refused, match="--public-url"):
        addresses.public_url(given, tls=False)


def test_an_address_is_kept_without_its_last_slash_and_fits_the_certificate():
    assert addresses.public_url("http://school.test:8000/", tls=False) == "http://school.test:8000"
    assert addresses.public_url("", tls=True) == ""
    with pytest.raises(Refused, match="https://"):
        addresses.public_url("http://school.test", tls=True)


@pytest.mark.parametrize(
    ("host", "own", "told"),
    [
        ("0.0.0.0", "192.0.2.7", "http://192.0.2.7:8000"),
        ("0.0.0.0", "127.0.0.1", ""),  # in no network
        ("127.0.0.1", "192.0.2.7", ""),
        ("192.0.2.9", "192.0.2.7", "http://192.0.2.9:8000"),
    ],
)
def test_the_address_in_the_network_is_known_where_it_listens_there(monkeypatch, host, own, told):
    monkeypatch.setattr(addresses, "own_address", lambda: own)

    assert Serving(host, 8000).network_url == told
