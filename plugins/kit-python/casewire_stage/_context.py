"""What a stage knows of its place, and the way to the broker outside of deliveries."""

from __future__ import annotations

import hashlib
import json
import logging
import threading
import uuid
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from ._failures import BrokerUnreachable, StageFailure
from ._wire import Message, encoded


class Broker(Protocol):
    """The way to the broker, whatever stands behind it."""

    def tell(self, message: Message) -> None:
        """Sends what has no answer."""

    def ask(self, message: Message, within: float | None) -> Message:
        """Sends a request and waits for its answer."""
        ...


class NoBroker:
    """Stands in where there is none, in tests."""

    def tell(self, message: Message) -> None:
        """Nobody hears it."""

    def ask(self, message: Message, within: float | None) -> Message:
        raise BrokerUnreachable("there is no broker here; this was made by a test")


T = TypeVar("T")


class Settings(dict[str, Any]):
    """The stage's own settings from ``pipeline.yaml``, checked against its manifest, defaults filled in.

    One that is asked for and missing, or of another type, is a failure of kind config, by which the process leaves with 78.
    """

    def text(self, name: str) -> str:
        """A setting of type string."""
        return self._typed(name, str, "a text")

    def integer(self, name: str) -> int:
        """A setting of type integer; also a duration, in milliseconds."""
        return self._typed(name, int, "a whole number")

    def number(self, name: str) -> float:
        """A setting of type number."""
        return float(self._typed(name, (int, float), "a number"))  # type: ignore[arg-type]

    def flag(self, name: str) -> bool:
        """A setting of type boolean."""
        return self._typed(name, bool, "true or false")

    def texts(self, name: str) -> list[str]:
        """A setting that is a list of strings."""
        values = self._typed(name, list, "a list")
        if not all(isinstance(value, str) for value in values):
            raise self._wrong(name, "a list of texts")
        return values

    def __missing__(self, name: str) -> Any:
        raise StageFailure.config("settings", f"the setting \"{name}\" is missing; stage.yaml should require it")

    def _typed(self, name: str, kind: type[T], what: str) -> T:
        value = self[name]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self._wrong(name, what)
        return value

    def _wrong(self, name: str, what: str) -> StageFailure:
        return StageFailure.config("settings", f"the setting \"{name}\" must be {what}")


@dataclass(frozen=True)
class Submitted:
    """What the broker says to a submission: on disk, or to be tried again after ``later_ms``."""

    accepted: bool
    state: str = ""
    ref: str | None = None
    later_ms: int = 0


class Blobs:
    """Files and raw mails, by the SHA-256 of their bytes."""

    def __init__(self, broker: Broker, chunk: int) -> None:
        self._broker, self._chunk = broker, chunk

    def get(self, hash: str, *, within: float = 30.0) -> bytes:
        """The bytes of a blob; ``BrokerRefusal`` where there is none of that hash."""
        content = b""
        while True:
            answer = self._broker.ask(Message("GET", {"hash": hash, "offset": len(content)}), within)
            content += answer.bodies[0] if answer.bodies else b""
            if len(content) >= int(answer.header["size"]) or not answer.bodies:
                return content

    def put(self, content: bytes, *, within: float = 30.0) -> str:
        """Keeps bytes, at least one, and returns their hash."""
        hash, offset = hashlib.sha256(content).hexdigest(), 0
        while offset < len(content):
            header = {"hash": hash, "size": len(content), "offset": offset}
            chunk = content[offset : offset + self._chunk]
            offset = int(self._broker.ask(Message("PUT", header, (chunk,)), within).header["next"])
        return hash


class StageContext:
    """What a stage knows of its place. It can be made in a test without anything."""

    def __init__(
        self, welcome: dict[str, Any] | None = None, *, stage: str = "test", instance: str = "test",
        logger: logging.Logger | logging.LoggerAdapter[logging.Logger] | None = None, broker: Broker | None = None,
    ) -> None:
        welcome = welcome or {}
        self.pipeline = str(welcome.get("pipeline", "test"))
        self.stage, self.instance = stage, instance
        self.standards: Any = welcome.get("standards")
        """For a stage that reads ``standards``."""
        self.people: Any = welcome.get("people")
        """For a stage that reads ``people``."""
        self.limits: dict[str, int] = {"message": 16 << 20, "chunk": 1 << 18, "blob": 64 << 20, **welcome.get("limits", {})}
        self.logger = logger or logging.getLogger("casewire")
        self.leaving = threading.Event()
        """Set when the stage is told to leave: ``Stage.serve`` ends then."""
        self._broker = broker or NoBroker()
        self.blobs = Blobs(self._broker, self.limits["chunk"])

    def submit(
        self, id: str, *, via: str, raw: bytes | None = None, media: str | None = None, name: str | None = None,
        admit: dict[str, Any] | None = None, entry: Any = None, traceparent: str | None = None, within: float = 30.0,
    ) -> Submitted:
        """Submits something from outside; when it is accepted, it is on disk. Needs the right ``source``.

        ``admit`` has the fields of docs/protocol.md but ``entry``, which is given as it is. ``traceparent`` is the caller's
        place in a trace: a case that is opened by this has that trace.
        """
        header: dict[str, Any] = {"id": id, "via": via, "name": name, "media": media, "traceparent": traceparent}
        bodies: list[bytes] = []
        if raw is not None:
            header["raw"] = len(bodies)
            bodies.append(raw)
        if admit is not None:
            header["admit"] = {**admit, "entry": len(bodies)}
            bodies.append(encoded(entry))
        message = Message("SUBMIT", {key: value for key, value in header.items() if value is not None}, tuple(bodies))
        answer = self._broker.ask(message, within)
        if answer.command == "LATER":
            return Submitted(False, later_ms=int(answer.header["after_ms"]))
        return Submitted(True, state=str(answer.header["state"]), ref=answer.header.get("ref"))

    def ask(self, what: str, arguments: dict[str, Any] | None = None, *, within: float = 10.0) -> Any:
        """Asks the broker for what one delivery does not tell: a section over many cases (``sections``), what was counted
        (``counts``), or a case as one person knows it (``told``). Arguments and answers: docs/protocol.md, "Asking".
        """
        answer = self._broker.ask(
            Message("ASK", {"id": uuid.uuid4().hex, "what": what, "arguments": arguments or {}}), within)
        return json.loads(answer.bodies[0]) if answer.bodies else None
