"""A message to be worked, with the case it is about."""

from __future__ import annotations

import base64
import json
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Mapping, Sequence

from ._failures import BrokerUnreachable, StageFailure
from ._wire import Message, moment

if TYPE_CHECKING:
    from ._context import Broker


@dataclass(frozen=True)
class Leave:
    """Whether a text may leave now: see docs/protocol.md, "Texts"."""

    go: bool
    in_doubt: bool = False
    code: str = ""
    message: str = ""


class Received:
    """The delivery's header and its bodies, read on demand. It can be made in a test from both."""

    def __init__(
        self, header: Mapping[str, Any], bodies: Sequence[bytes] = (), *,
        logger: logging.Logger | logging.LoggerAdapter[logging.Logger] | None = None, broker: Broker | None = None,
    ) -> None:
        self.header = header
        """The header of DELIVER as it came."""
        self.bodies = bodies
        self.logger = logger or logging.getLogger("casewire")
        """Writes lines that carry the case's reference. Never log what customers write."""
        self._broker = broker

    @classmethod
    def once(cls, given: Mapping[str, Any], *, broker: Broker | None = None) -> Received:
        """A delivery as ``--once`` takes it, for tests of a handler: the type of its message is enough, and the first body is
        its data.

        ``Received.once({"delivery": {"message": {"type": "case.contact"}}, "bodies": [{"words": "Hello"}]})``
        """
        bodies = [_body(each) for each in given.get("bodies") or []]
        return cls(_completed(given["delivery"], bool(bodies)), bodies, broker=broker)

    # What happened

    @property
    def message(self) -> Mapping[str, Any]:
        """The CloudEvents event."""
        return self._field("message")

    @property
    def type(self) -> str:
        """What happened, such as ``case.contact``."""
        return str(self.message.get("type", ""))

    @property
    def now(self) -> datetime:
        """The time to reckon with; use no other clock."""
        return self._moment(self.header.get("now"))

    @property
    def deadline(self) -> datetime:
        """By when the standards want it dealt with."""
        return self._moment(self.message.get("deadline"))

    @property
    def attempt(self) -> int:
        """1 at the first try."""
        return int(self.header.get("attempt") or 1)

    def data(self) -> Any:
        """The message's data; a permanent failure where there is none or it is no JSON."""
        return self._json(self.header.get("data"), f"the data of {self.type}")

    # The case

    @property
    def case(self) -> Mapping[str, Any]:
        """What every stage may know of the case."""
        return self._field("case")

    @property
    def ref(self) -> str | None:
        """The case's reference, if there is a case."""
        head = self.header.get("case") or {}
        return head.get("ref") if isinstance(head, dict) else None

    def section(self, name: str) -> Any:
        """A section of the case; None where there is none of that name or it is not granted."""
        for head in self.header.get("sections") or []:
            if head.get("name") == name:
                return self._json(head.get("body"), f"the section {name}")
        return None

    def log(self, kind: str | None = None) -> list[dict[str, Any]]:
        """The case's log or its entries of one kind, oldest first; empty for a stage that does not read it."""
        if self.header.get("log") is None:
            return []
        entries = self._json(self.header["log"], "the log")
        return [entry for entry in entries if kind is None or entry.get("kind") == kind]

    # Submissions and texts

    @property
    def submission(self) -> Mapping[str, Any]:
        """The submission, with ``submission.received``."""
        return self._field("submission")

    @property
    def say(self) -> Mapping[str, Any]:
        """The proposed text, with ``say.proposed``, ``say.ready`` and ``say.refused``."""
        return self._field("say")

    @property
    def text(self) -> str:
        """The words of the proposed text."""
        return self.body(self.say["proposal"]["body"], "the text").decode()

    def body(self, index: Any, what: str = "a body") -> bytes:
        """A body frame by its index; a permanent failure where it did not come."""
        if not isinstance(index, int) or not 0 <= index < len(self.bodies):
            raise StageFailure.permanent("malformed", f"{what} should be body {index}, of {len(self.bodies)} that came")
        return self.bodies[index]

    # While it is worked

    def extend(self, by: timedelta) -> None:
        """Asks for more time, from now. The pipeline's ``max_hold`` limits the whole."""
        if self._broker is not None:
            self._broker.tell(Message("EXTEND", {**self.lease, "seconds": by.total_seconds()}))

    def begin(self) -> Leave:
        """Asks whether the text of this ``say.ready`` may leave now; for the stage with the voice."""
        if self._broker is None:
            raise BrokerUnreachable("there is no broker here; this delivery was made by a test")
        answer = self._broker.ask(Message("BEGIN", {**self.lease, "say": self.say["say"]}), None)
        if answer.command == "GO":
            return Leave(True, in_doubt=bool(answer.header.get("in_doubt")))
        return Leave(False, code=str(answer.header.get("code")), message=str(answer.header.get("message")))

    @property
    def lease(self) -> dict[str, Any]:
        """What the delivery is held by."""
        return {"delivery": self.header["delivery"], "epoch": self.header["epoch"]}

    # Reading

    def _json(self, index: Any, what: str) -> Any:
        if index is None:
            raise StageFailure.permanent("no-data", f"{what} did not come with it")
        try:
            return json.loads(self.body(index, what))
        except ValueError as error:
            raise StageFailure.permanent("unreadable", f"{what} is no JSON: {error}") from error

    def _field(self, name: str) -> dict[str, Any]:
        value = self.header.get(name)
        if not isinstance(value, dict):
            raise StageFailure.permanent(f"no-{name}", f"the delivery came without \"{name}\"; the stage cannot work it")
        return value

    def _moment(self, text: Any) -> datetime:
        try:
            return moment(text)
        except (TypeError, ValueError) as error:
            raise StageFailure.permanent("malformed", f"{text!r} is no RFC 3339 time") from error


def _completed(header: dict[str, Any], has_bodies: bool) -> dict[str, Any]:
    """A header as a person wrote it, with what they left out: a type is enough, and the first body is the data."""
    now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    message = {
        "id": "1", "source": "/hand", "time": now, "deadline": now, "specversion": "1.0",
        "traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", **header.get("message", {})}
    if "type" not in message:
        raise KeyError("delivery.message.type")
    whole = {
        "delivery": 1, "epoch": "1.1", "attempt": 1, "now": now, "lease_ms": 30000, "sections": [],
        **header, "message": message}
    if "case" in header or message["type"] != "submission.received":
        whole["case"] = {"ref": "CW-1234567", "status": "open", "heard": 1, "opened": now, **header.get("case", {})}
    if has_bodies and not {"data", "log", "sections", "submission", "say"} & header.keys():
        whole["data"] = 0
    return whole


def _body(value: Any) -> bytes:
    """A body as it is written by hand: a text is its UTF-8, ``{"base64": …}`` its bytes, all else its own JSON."""
    if isinstance(value, str):
        return value.encode()
    if isinstance(value, dict) and list(value) == ["base64"]:
        return base64.b64decode(value["base64"])
    return json.dumps(value).encode()
