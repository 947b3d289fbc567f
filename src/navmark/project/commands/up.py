"""Start the server. A new folder gets the demo school, or with --empty a page that asks for the real one."""

import argparse
import unicodedata
from pathlib import Path

from navmark.project import addresses, folder, ground

HELP = "启动服务（默认为演示学校） / serve; the demo school unless told otherwise"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="端口 / port (8000)")
    parser.add_argument("--data", type=Path, help="数据目录 / data folder (var/demo, or var/school with --empty)")
    parser.add_argument(
        "--host", default="127.0.0.1", help="监听地址，0.0.0.0 为全校可访问 / where to listen; 0.0.0.0 for the network"
    )
    parser.add_argument("--public-url", default="", metavar="URL", help="对外网址 / the address that phones and letters use")
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


def _greet(address: str, accounts: list[tuple[str, str, str]], *, alone: bool) -> None:
    if accounts:
        print("演示学校的账号 / accounts of the demo school:")
        print(_table([("账号", "密码", "身份"), *accounts]), end="\n\n")
    print(f"领航标已启动 / Navmark is at  {address}")
    if alone:
        print("仅本机可访问；供全校使用请加 --host 0.0.0.0 / this machine only; --host 0.0.0.0 opens it to the school")
    print("按 Ctrl+C 停止 / Ctrl+C stops it", flush=True)


def run(args: argparse.Namespace) -> int:
    data = args.data or (ground.SCHOOL if args.empty else ground.DEMO)
    tls = bool(args.tls_cert and args.tls_key)
    address = args.public_url or addresses.address_of(args.host, args.port, tls=tls)
    with folder.claimed(data, address=address):
        addresses.insist_on_free_port(args.host, args.port)
        ground.stand_on(data, public_url=args.public_url or (address if tls else ""))
        from navmark.project import preparing, recovery, serving

        is_new = preparing.migrate()
        preparing.gather_static_files()
        accounts = preparing.demo_accounts(build=is_new and not args.empty)
        if is_new and not accounts:
            print(recovery.printed_sheet())
        _greet(address, accounts, alone=addresses.is_loopback(args.host))
        shown = address if args.open else ""
        serving.serve(host=args.host, port=args.port, tls_cert=args.tls_cert, tls_key=args.tls_key, open_at=shown)
    return 0
