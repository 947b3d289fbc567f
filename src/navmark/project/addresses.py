"""Where the server listens, and under which address others reach it."""

import ipaddress
import socket
from contextlib import suppress
from urllib.parse import urlsplit

from navmark.project.refusals import Refused


def is_loopback(host: str) -> bool:
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost"


def own_address() -> str:
    """The address of this machine in its network, as others see it. No packet is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address for documentation: it only asks for the way out
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def addresses_named(name: str) -> list[str]:
    """The addresses behind a name, as this machine finds them; none when it finds none."""
    with suppress(OSError, UnicodeError):
        return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(name, None)))
    return []


def is_own(address: str) -> bool:
    """Whether it is one of this machine's: only such an address can be bound."""
    with suppress(OSError), socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind((address, 0))
        return True
    return False


def public_url(given: str, *, tls: bool) -> str:
    """The address for phones and letters, as an origin without a slash at its end. Raises Refused."""
    url = given.rstrip("/")
    try:
        parts = urlsplit(url)
        is_origin = parts.scheme in ("http", "https") and parts.hostname and url == f"{parts.scheme}://{parts.netloc}"
        is_origin = is_origin and "@" not in url and parts.port != 0
    except ValueError:  # a port that is none
        is_origin = False
    if url and not is_origin:
        raise Refused(
            f"--public-url {given} 不是网址，应如 http://192.168.1.20:8000", f"no address: {given}; like http://192.168.1.20:8000"
        )
    if url and tls and parts.scheme != "https":
        raise Refused("已给出证书，--public-url 应以 https:// 开头", "with a certificate, --public-url begins with https://")
    return url


def address_of(host: str, port: int, *, tls: bool) -> str:
    """The address to type into a browser. A server that listens everywhere is reached by the machine's own address."""
    everywhere = host in ("0.0.0.0", "::", "")
    shown = own_address() if everywhere else host
    return f"{'https' if tls else 'http'}://{f'[{shown}]' if ':' in shown else shown}:{port}"


def insist_on_a_port(port: int) -> None:
    if not 1 <= port <= 65535:
        raise Refused(f"端口 {port} 不存在，请用 --port 选1024至65535", f"there is no port {port}: choose one from 1024 to 65535")


def insist_on_free_port(host: str, port: int) -> None:
    """Raises Refused when somebody listens there, or this machine cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows would otherwise share the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port just left is free
        try:
            probe.bind((host, port))
        except socket.gaierror as error:
            raise Refused(f"--host {host} 不是本机的地址", f"--host {host} is no address of this machine") from error
        except OSError as error:
            chinese = f"端口 {host}:{port} 已被占用或不可用，请用 --port 另选"
            raise Refused(chinese, f"{host}:{port} is taken or not usable: choose another with --port") from error
