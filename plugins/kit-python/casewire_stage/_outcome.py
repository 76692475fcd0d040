"""What comes of a delivery."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Sequence

from ._failures import StageFailure
from ._wire import Message, encoded, moment_text

if TYPE_CHECKING:
    from ._received import Received


class Outcome:
    """Collects what comes of a delivery: committed whole when the handler returns, or not at all."""

    def __init__(self, delivery: Received) -> None:
        self.header: dict[str, Any] = dict(delivery.lease)
        """The header of DONE so far."""
        self.bodies: list[bytes] = []
        """The body frames that it names by index."""
        self._versions = {head["name"]: int(head["version"]) for head in delivery.header.get("sections") or []}

    # The case

    def append(self, kind: str, body: Any) -> None:
        """Adds an entry to the log; the kind is ``noted`` or ``decided``."""
        self._list("append").append({"kind": kind, "body": self._json(body)})

    def set(self, section: str, schema: str, value: Any) -> None:
        """Replaces a section, on the version that came with the delivery."""
        kept = [each for each in self._list("set") if each["name"] != section]
        base = self._versions.get(section, 0)
        self.header["set"] = [*kept, {"name": section, "schema": schema, "base": base, "body": self._json(value)}]

    def assign(self, owner: str) -> None:
        """Names the person who stands for the customer from now on, by their id."""
        self.header["owner"] = owner

    def resolve(self, reason: str) -> None:
        """Ends the case; one sentence for its story."""
        self.header["resolve"] = {"reason": _text(reason, "reason")}

    def reopen(self, reason: str) -> None:
        """Opens the case again; one sentence for its story."""
        self.header["reopen"] = {"reason": _text(reason, "reason")}

    # What happens next

    def emit(
        self, output: str, data: Any = None, *, deadline: datetime | None = None, about: str | None = None,
    ) -> None:
        """Sends a message to whatever the pipeline connects to an output; ``about`` is another case's reference."""
        emission: dict[str, Any] = {"output": output}
        if about is not None:
            emission["case"] = about
        if data is not None:
            emission["body"] = self._json(data)
        if deadline is not None:
            emission["deadline"] = moment_text(deadline)
        self._list("emit").append(emission)

    def open(
        self, kind: str, *, key: str, subject: str, entry: Any, output: str, owner: str | None = None,
        deadline: datetime | None = None, joining: str | None = None,
    ) -> None:
        """Opens a case of the house, or joins the one of its kind that is open under the key.

        With ``joining``, a reference, it joins that one, and so does what is opened under the key from then on.
        """
        wish = {
            "kind": kind, "key": key, "subject": subject, "owner": owner, "entry": self._json(entry), "output": output,
            "deadline": None if deadline is None else moment_text(deadline), "case": joining,
        }
        self._list("open").append({name: value for name, value in wish.items() if value is not None})

    def count(self, series: str, value: str) -> None:
        """Counts one more of something in this hour, over all cases; it may tell nothing of a person."""
        self._list("count").append({"series": series, "value": value})

    def timer(self, name: str, *, type: str, at: datetime, data: Any = None) -> None:
        """Sends a message to oneself in the future, in the place of one that waits under the same name."""
        timer: dict[str, Any] = {"name": _text(name, "name"), "type": _text(type, "type"), "at": moment_text(at)}
        if data is not None:
            timer["body"] = self._json(data)
        self.header["timers"] = [each for each in self._list("timers") if each["name"] != name] + [timer]

    def cancel(self, timer: str) -> None:
        """Cancels a timer; one that is not there is fine."""
        self._list("cancel").append(timer)

    # What is said

    def say(
        self, name: str, *, to: Sequence[str], purpose: str, text: str, audience: str = "customer",
        answers: bool = False, subject: str | None = None, language: str | None = None, author: str | None = None,
        details: Any = None, seldom: timedelta | None = None,
    ) -> None:
        """Proposes a text. The stage with the voice decides whether it is said; the name is unique in the case.

        With ``seldom`` it leaves only if nothing was let go to these addresses for the same purpose, by this stage, within that time;
        else it comes back as ``say.refused``, with the state ``failed``.
        """
        say = {
            "name": name, "audience": audience, "to": list(to), "purpose": purpose, "answers": answers,
            "body": self._body(text.encode()), "subject": subject, "language": language, "author": author,
            "details": details, "seldom_ms": None if seldom is None else seldom // timedelta(milliseconds=1),
        }
        self._list("say").append({key: value for key, value in say.items() if value is not None})

    def promise(
        self, name: str, *, what: str, due: datetime, authority: str, evidence: str, kind: str | None = None,
    ) -> None:
        """Makes a promise that binds from now on; its kind is a sort of thing, such as ``refund`` or ``contact``."""
        promise = {
            "name": name, "what": what, "due": moment_text(due), "authority": authority, "evidence": evidence, "kind": kind}
        self._list("promise").append({key: value for key, value in promise.items() if value is not None})

    def keep(self, promise: str) -> None:
        """Says that a promise was kept."""
        self._list("keep").append(promise)

    def withdraw(self, promise: str) -> None:
        """Says that a promise is owed no more, though it was not kept."""
        self._list("withdraw").append(promise)

    def standard(self, name: str, *, met: bool, due: datetime) -> None:
        """Tells what came of a standard, once: as it is met in time, or as its time is up."""
        self._list("standards").append({"standard": name, "met": met, "due": moment_text(due)})

    # Submissions

    def admit(self, entry: Any, **fields: Any) -> None:
        """Admits the submission that was delivered: ``role``, ``match``, ``output`` and the rest of docs/protocol.md."""
        self.header["admit"] = {**fields, "entry": self._json(entry)}

    def park(self, code: str, reason: str) -> None:
        """Lets the submission that was delivered wait for a person."""
        self.header["park"] = {"code": code, "reason": reason}

    def message(self) -> Message:
        """DONE with all of it; a permanent failure where the protocol does not allow it."""
        if _holds_zero(self.header):
            raise StageFailure.permanent("malformed", "a text in the outcome holds the character U+0000")
        return Message("DONE", self.header, tuple(self.bodies))

    def _list(self, name: str) -> list[Any]:
        values: list[Any] = self.header.setdefault(name, [])
        return values

    def _json(self, value: Any) -> int:
        return self._body(encoded(value))

    def _body(self, frame: bytes) -> int:
        self.bodies.append(frame)
        return len(self.bodies) - 1


def _text(value: str, what: str) -> str:
    if not isinstance(value, str):
        raise StageFailure.permanent("malformed", f"the {what} must be a text, and is {value!r}")
    return value


def _holds_zero(value: Any) -> bool:
    if isinstance(value, dict):
        return any("\0" in str(name) or _holds_zero(each) for name, each in value.items())
    if isinstance(value, (list, tuple)):
        return any(map(_holds_zero, value))
    return isinstance(value, str) and "\0" in value
