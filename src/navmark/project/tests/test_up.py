"""What `up` refuses, each in one line, before anything is made; and that it serves what it greets with."""

import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from navmark.project import certificates, reach, serving
from navmark.project.bench.server import free_port
from navmark.project.ground import ROOT
from navmark.project.refusals import Refused
from navmark.project.tests.certificates import a_pair


def up(*arguments, **options):
    command = [sys.executable, "-m", "navmark.project.cli", "up", "--empty", *map(str, arguments)]
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("NAVMARK_", "DJANGO_", "DATABASE_"))}
    environment = {**kept, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", **options
    )


def refused(*arguments) -> str:
    process = up(*arguments)
    out, said = process.communicate(timeout=120)
    assert process.returncode == 1 and out == ""
    assert said.count("\n") == 1, said
    return said


def test_a_certificate_goes_with_its_key(tmp_path):
    cert, key = a_pair(tmp_path)
    other = a_pair(tmp_path, name="other")[1]
    locked = a_pair(tmp_path, name="locked", password=b"secret")
    (tmp_path / "text.pem").write_text("no certificate", encoding="utf-8")

    certificates.insist_on_pair(cert, key)
    certificates.insist_on_pair(None, None)
    pairs = {(cert, None): "同时", (None, key): "同时", (cert, tmp_path / "none"): "无法读取", (tmp_path, key): "无法读取"}
    pairs |= {(cert, other): "不是一对", (tmp_path / "text.pem", key): "不是一对", locked: "不是一对"}
    for (one, two), words in pairs.items():
        with pytest.raises(Refused, match=words):
            certificates.insist_on_pair(one, two)


def test_what_is_done_aside_is_not_held_and_its_refusal_ends_the_command(capfd):
    held = []
    serving.aside(lambda: held.append("loaded"))
    assert held == []

    def refuses():
        raise Refused("不可以", "not so")

    with pytest.raises(SystemExit) as end:
        serving.aside(refuses)
    assert end.value.code == 1 and "不可以" in capfd.readouterr().err


def test_a_refusal_is_one_line_and_makes_nothing(tmp_path):
    cert = a_pair(tmp_path)[0]
    data = tmp_path / "data"
    (tmp_path / "file").write_text("", encoding="utf-8")

    assert "同时给出" in refused("--data", data, "--tls-cert", cert)
    assert "端口 70000 不存在" in refused("--data", data, "--port", 70000)
    assert not data.exists()
    assert "无法使用数据目录" in refused("--data", tmp_path / "file")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert "已被占用" in refused("--data", data, "--port", taken.getsockname()[1])


def test_it_greets_when_it_answers_over_https_and_prints_every_key(tmp_path):
    cert, key = a_pair(tmp_path)
    port, data = free_port(), tmp_path / "data"
    process = up("--data", data, "--port", port, "--tls-cert", cert, "--tls-key", key, start_new_session=True)
    lines = []
    for line in process.stdout:
        lines.append(line)
        if "领航标已启动" in line:
            break

    assert reach.answers(f"https://127.0.0.1:{port}")
    assert any(line.startswith("k1-") for line in lines) and any(line.startswith("k0-") for line in lines)
    assert f"正在使用中（https://127.0.0.1:{port}）" in refused("--data", data, "--port", free_port())

    begun = time.monotonic()
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 0 and time.monotonic() - begun < 30
    for step in ("建立数据库……", "准备页面文件……", "启动服务……"):
        assert step in said
