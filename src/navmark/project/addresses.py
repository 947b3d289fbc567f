"""Where the server listens, and under which address others reach it."""

import ipaddress
import socket
from contextlib import suppress

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


def address_of(host: str, port: int, *, tls: bool) -> str:
    """The address to type into a browser. A server that listens everywhere is reached by the machine's own address."""
    everywhere = host in ("0.0.0.0", "::", "")
    shown = own_address() if everywhere else host
    return f"{'https' if tls else 'http'}://{f'[{shown}]' if ':' in shown else shown}:{port}"


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
        except OverflowError as error:
            raise Refused(f"端口 {port} 不存在", f"there is no port {port}: choose one from 1024 to 65535") from error
        except OSError as error:
            chinese = f"端口 {host}:{port} 已被占用或不可用，请用 --port 另选"
            raise Refused(chinese, f"{host}:{port} is taken or not usable: choose another with --port") from error
