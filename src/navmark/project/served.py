"""What `up` serves, noted in the data folder: another process (`doctor`) cannot see the arguments it was started with."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

from navmark.project import addresses

NOTE = "serving.json"


@dataclass(frozen=True)
class Serving:
    """Where a server listens; `public_url` and `tls_cert` (a path) are "" when there is none."""

    host: str
    port: int
    public_url: str = ""
    tls_cert: str = ""

    @property
    def own_address(self) -> str:
        return addresses.address_of(self.host, self.port, tls=bool(self.tls_cert))

    @property
    def address(self) -> str:
        """What to type into a browser."""
        return self.public_url or self.own_address

    @property
    def network_url(self) -> str:
        """Where the machines of its network reach it, as far as this machine knows its own address; "" when they cannot."""
        return "" if addresses.is_loopback(urlsplit(self.own_address).hostname or "") else self.own_address

    @property
    def is_https(self) -> bool:
        return self.address.startswith("https://")

    @property
    def is_alone(self) -> bool:
        """Nobody but this machine can come: it listens here only, and no proxy is named in front of it."""
        return addresses.is_loopback(self.host) and not self.public_url


def note(data: Path, serving: Serving) -> None:
    """It stays after the end: doctor then speaks of the last time."""
    (data / NOTE).write_text(json.dumps(asdict(serving)), encoding="utf-8")


def noted(data: Path) -> Serving | None:
    """What was served last from this folder; None when nothing ever was."""
    try:
        return Serving(**json.loads((data / NOTE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
