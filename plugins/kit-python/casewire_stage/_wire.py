"""Messages to and from frames: see docs/protocol.md."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any, Sequence

SIGNATURE = b"CASEWIRE/1"
LARGEST = 16 << 20


@dataclass(frozen=True)
class Message:
    """One command with its header and its bodies."""

    command: str
    header: dict[str, Any] = field(default_factory=dict)
    bodies: Sequence[bytes] = ()

    def frames(self) -> list[bytes]:
        return [SIGNATURE, self.command.encode(), encoded(self.header), *self.bodies]


def read(frames: Sequence[bytes]) -> Message:
    """The message of these frames; ``ValueError`` where they are none."""
    if len(frames) < 3 or frames[0] != SIGNATURE:
        raise ValueError("no message of protocol 1")
    header = json.loads(frames[2])
    if not isinstance(header, dict):
        raise ValueError("the header is no object")
    return Message(frames[1].decode("ascii"), header, tuple(frames[3:]))


def encoded(value: Any) -> bytes:
    """Compact JSON; NaN and infinities, which JSON does not have, are refused."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True).encode()


def moment(text: str) -> datetime:
    """The moment of an RFC 3339 text."""
    return datetime.fromisoformat(text)


def moment_text(at: datetime) -> str:
    """A moment as the protocol writes it: in UTC with milliseconds."""
    if not isinstance(at, datetime):
        raise ValueError(f"{at!r} is no datetime; reckon from delivery.now")
    if at.tzinfo is None:
        raise ValueError(f"{at} has no time zone; reckon from delivery.now")
    return at.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
