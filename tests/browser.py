"""Finds a Chromium on this machine, and starts it so that Chinese is drawn and nothing is fetched from elsewhere."""

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

SHELL = "chromium-headless-shell"  # the same engine without windows, in two thirds of the time
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"]
FONTS_CONF = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<cachedir>{cache}</cachedir></fontconfig>
"""


def find() -> str | None:
    """The path of a Chromium: $NAVMARK_CHROMIUM, one on the PATH, or the one that Playwright has downloaded."""
    named = os.environ.get("NAVMARK_CHROMIUM")
    if named:
        return shutil.which(named)
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    if on_path:
        return on_path
    with sync_playwright() as driver:
        own = driver.chromium.executable_path
    return own if Path(own).exists() else None


def _has_chinese_font() -> bool:
    if not shutil.which("fc-list"):
        return False
    return bool(subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, text=True, check=False).stdout.strip())


def _environment(folder: str) -> dict[str, str | float | bool]:
    """The environment of the browser; where the machine has no Chinese font, with the one we print with."""
    if os.name == "nt" or _has_chinese_font():
        return {**os.environ}
    package = importlib.util.find_spec("pylopdf_fonts_zh_cn")
    assert package and package.origin
    conf = Path(folder) / "fonts.conf"
    conf.write_text(FONTS_CONF.format(fonts=Path(package.origin).parent, cache=folder), encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(conf)}


@contextmanager
def running() -> Iterator[Browser]:
    """A Chromium until the block ends. Raises FileNotFoundError when this machine has none."""
    path = find()
    if path is None:
        raise FileNotFoundError("No Chromium here: ./navmark test finds or installs one, or set NAVMARK_CHROMIUM.")
    with tempfile.TemporaryDirectory(prefix="navmark-fonts-") as folder, sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=FLAGS, env=_environment(folder))
        yield started
        started.close()


def _install() -> None:
    """Debian's Chromium, where this user may install it; not every release has the shell by itself."""
    wait = ["apt-get", "-o", "DPkg::Lock::Timeout=900"]
    subprocess.run([*wait, "update", "-qq"], check=False, stdout=sys.stderr)
    for package in (SHELL, "chromium"):
        install = [*wait, "install", "-y", "-qq", "--no-install-recommends", package]
        if subprocess.run(install, check=False, stdout=sys.stderr).returncode == 0:
            return


def main() -> int:
    """Print the path of a Chromium, installed if need be; else name the one command that gets it."""
    path = find()
    if path is None and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        _install()
        path = find()
    if path is None:
        print(f"测试需要 Chromium / the tests need Chromium:  {sys.executable} -m playwright install chromium", file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
