"""Start the server. A new folder gets the demo school, or with --empty a page that asks for the real one."""

import argparse
import os
import unicodedata
from functools import partial
from pathlib import Path

from navmark.project import addresses, certificates, folder, ground, served
from navmark.project.served import Serving

HELP = "启动服务（默认为演示学校） / serve; the demo school unless told otherwise"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="端口 / port (8000)")
    parser.add_argument("--data", type=Path, help="数据目录 / data folder (var/demo, or var/school with --empty)")
    parser.add_argument(
        "--host", default="127.0.0.1", help="监听地址，0.0.0.0 为全校可访问 / where to listen; 0.0.0.0 for the network"
    )
    parser.add_argument(
        "--public-url",
        default=os.environ.get("NAVMARK_PUBLIC_URL", ""),
        metavar="URL",
        help="对外网址 / the address that phones and letters use",
    )
    parser.add_argument("--tls-cert", type=Path, metavar="FILE", help="HTTPS 证书 / certificate")
    parser.add_argument("--tls-key", type=Path, metavar="FILE", help="HTTPS 私钥 / its key")
    parser.add_argument(
        "--empty", action="store_true", help="不建演示数据，首次打开时填写学校信息 / no demo: a first page asks for the school"
    )
    parser.add_argument("--open", action="store_true", help="就绪后打开浏览器 / open the browser when ready")


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _table(rows: list[tuple[str, ...]]) -> str:
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(f"  {line.rstrip()}" for line in lines)


def _greeting(serving: Serving, accounts: list[tuple[str, str, str]]) -> str:
    lines = []
    if accounts:
        lines += ["演示学校的账号  Accounts of the demo school", _table([("账号", "密码", "身份"), *accounts]), ""]
    lines += [f"领航标已启动  {serving.address}"]
    lines += ["仅本机可访问；供全校使用请加 --host 0.0.0.0"] if serving.is_alone else []
    lines += ["按 Ctrl+C 停止", "", f"Navmark is ready at {serving.address}"]
    lines += ["Only this machine reaches it; --host 0.0.0.0 opens it to the school."] if serving.is_alone else []
    return "\n".join([*lines, "Ctrl+C stops it."])


def _serving(args: argparse.Namespace) -> Serving:
    """What is asked for, refused before anything is made of it if it cannot be served."""
    certificates.insist_on_pair(args.tls_cert, args.tls_key)
    addresses.insist_on_a_port(args.port)
    tls = bool(args.tls_cert)
    public_url = addresses.public_url(args.public_url, tls=tls)
    if tls and not public_url and not addresses.is_loopback(args.host):
        public_url = addresses.address_of(args.host, args.port, tls=True)
    return Serving(args.host, args.port, public_url, str(args.tls_cert.resolve()) if tls else "")


def run(args: argparse.Namespace) -> int:
    data = args.data or (ground.SCHOOL if args.empty else ground.DEMO)
    serving = _serving(args)
    with folder.claimed(data, address=serving.address):
        addresses.insist_on_free_port(args.host, args.port)
        served.note(data, serving)
        ground.stand_on(data, public_url=serving.public_url, network_url=serving.network_url, is_https=serving.is_https)
        _serve(args, serving)
    return 0


def _prepare(args: argparse.Namespace) -> None:
    from navmark.project import preparing, recovery

    is_new = preparing.migrate()
    preparing.renew_waiting_once()
    preparing.gather_static_files()
    accounts = preparing.demo_accounts(build=is_new and not args.empty)
    if is_new and not accounts:
        print(recovery.printed_sheet(), flush=True)


def _serve(args: argparse.Namespace, serving: Serving) -> None:
    from navmark.project import preparing
    from navmark.project import serving as server

    server.aside(partial(_prepare, args))
    accounts = preparing.demo_accounts(build=False)
    welcome = server.Welcome(_greeting(serving, accounts), serving.own_address, serving.address if args.open else "")
    server.serve(host=args.host, port=args.port, tls_cert=args.tls_cert, tls_key=args.tls_key, welcome=welcome)
