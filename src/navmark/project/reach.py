"""Whether others can reach us, as `doctor` tells it: each answer is (is it well, words with the remedy)."""

import ssl
import urllib.request
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from navmark.project import addresses, certificates
from navmark.project.served import Serving

PATIENCE = 3  # seconds
SOON = timedelta(days=30)
UNLOCKS = "密码、身份证号和手机签到凭据不再明文传输，手机浏览器不再提示“不安全”"


def answers(url: str) -> bool:
    """Whether a Navmark answers there. No proxy is asked, and whose certificate it is does not matter here."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context))
    with suppress(OSError, ValueError), opener.open(f"{url}/healthz", timeout=PATIENCE) as answer:
        return bool(answer.read(8) == b"ok")
    return False


def address(serving: Serving | None, *, is_running: bool) -> tuple[bool, str]:
    if serving is None:
        return True, "尚未启动过，请运行 ./navmark up"
    state = "正在运行" if is_running else "未在运行，上次"
    if serving.is_alone:
        return True, f"{state} {serving.address}，仅本机；手机签到和日程订阅须加 --host 0.0.0.0 和 --public-url 网址"
    if not serving.public_url:
        return True, f"{state} {serving.address}；加 --public-url {serving.address} 后手机可扫码签到、订阅日程"
    if answers(serving.public_url):
        return True, f"{state} {serving.public_url}，能够打开"
    return _silent(serving, state, is_running=is_running)


def _silent(serving: Serving, state: str, *, is_running: bool) -> tuple[bool, str]:
    name = urlsplit(serving.public_url).hostname or ""
    found = addresses.addresses_named(name)
    if not found:
        return False, f"{serving.public_url} 打不开：找不到 {name}，请在校园网登记这个名称，或改用 {addresses.own_address()}"
    if not any(map(addresses.is_own, found)):
        return False, f"{serving.public_url} 打不开：{name} 是 {found[0]}，不是本机（{addresses.own_address()}）"
    if not is_running:
        return True, f"{state} {serving.public_url}，这个名称指向本机"
    only = f"服务只监听 {serving.host}，请加 --host 0.0.0.0" if addresses.is_loopback(serving.host) else "请核对端口和防火墙"
    return False, f"{serving.public_url} 打不开：{only}"


def https(serving: Serving | None, *, at: datetime) -> tuple[bool, str]:
    if serving is None or (serving.is_alone and not serving.is_https):
        return True, f"仅本机使用，不需要；开放到校园网时，加 --tls-cert 和 --tls-key 后{UNLOCKS}"
    if not serving.is_https:
        return True, f"未启用；加 --tls-cert 和 --tls-key 后{UNLOCKS}"
    if not serving.tls_cert:
        return True, "已启用，由前面的代理提供"
    return _certificate(Path(serving.tls_cert), at)


def _certificate(cert: Path, at: datetime) -> tuple[bool, str]:
    end = certificates.ends_at(cert)
    if end is None:
        return False, f"证书 {cert} 无法读取"
    words = f"证书有效期至 {end:%Y-%m-%d}"
    return (True, f"已启用，{words}") if end - at > SOON else (False, f"{words}，请换新证书并重新启动")
