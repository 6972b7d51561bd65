"""The names by which a server may be asked for.

A page of another site can have its own name lead to this machine (DNS rebinding) and would then be of our origin to a
browser. So only names that nobody else can own are answered.
"""

from __future__ import annotations

import re
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address

_HEADER = re.compile(r"(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9._-]{1,253})(?::[0-9]{1,5})?")
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


class Hosts:
    """Which Host headers a server that listens on ``listening`` answers; the port may be that of a tunnel."""

    def __init__(self, listening: str) -> None:
        name = _plain(listening)
        address = _address(name)
        self._anywhere = address is not None and address.is_unspecified
        self._names = {name}
        if is_local(listening) or self._anywhere:
            self._names.update(_LOOPBACK)
        if self._anywhere:
            own = socket.gethostname().lower()
            self._names.update((own, f"{own.split('.')[0]}.local"))

    def allow(self, header: str) -> bool:
        """Whether a request with this Host header is for us.

        A server that listens everywhere also answers for every address and for names without a dot, which no site has.
        """
        found = _HEADER.fullmatch(header)
        if found is None:
            return False
        name = _plain(found[1])
        return name in self._names or (self._anywhere and ("." not in name or _address(name) is not None))


def is_local(listening: str) -> bool:
    """Whether only this machine can reach a server that listens there."""
    name = _plain(listening)
    address = _address(name)
    return name == "localhost" or (address is not None and address.is_loopback)


def _plain(name: str) -> str:
    """A name in small letters, an address in its shortest form."""
    bare = name.removeprefix("[").removesuffix("]").removesuffix(".").lower()
    address = _address(bare)
    return bare if address is None else str(address)


def _address(name: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(name)
    except ValueError:
        return None
