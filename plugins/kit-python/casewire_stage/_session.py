"""The session of one process with its broker: what happens goes in, what to do comes out. No clock and no socket."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Hashable

from ._failures import CONFIG, DRAINED
from ._wire import Message

GREET_EVERY = 1.0
GRACE = 10.0
UNREADABLE = ("malformed", "too-large")
"""Codes of ERROR by which a message will never be read."""

Key = tuple[Hashable, ...]


def key_of(message: Message) -> Key | None:
    """What ties a request and its answer together; None for what has no answer."""
    header = message.header
    match message.command:
        case "DONE" | "FAIL" | "COMMITTED":
            return ("outcome", header.get("delivery"), header.get("epoch"))
        case "BEGIN" | "GO" | "STOP":
            return ("begin", header.get("delivery"), header.get("say"))
        case "SUBMIT" | "ACCEPTED" | "LATER":
            return ("submit", header.get("id"))
        case "PUT" | "STORED":
            return ("put", header.get("hash"))
        case "GET" | "BLOB":
            return ("get", header.get("hash"), header.get("offset"))
        case "ASK" | "REPLY":
            return ("ask", header.get("id"))
    return None


@dataclass
class Request:
    """A request that waits for its answer. All of them may be sent again without harm."""

    key: Key
    message: Message
    sent: float | None = None


@dataclass
class Work:
    """A delivery that is worked."""

    lease: dict[str, Any]
    length: float
    extend_at: float | None


@dataclass
class Session:
    """Opens the session, and opens it anew when the broker has gone; keeps what is unanswered; leaves in good order."""

    hello: dict[str, Any]
    window: int
    auto_extend: bool = False

    is_open: bool = False
    is_leaving: bool = False
    exit_code: int | None = None
    """Set at the end."""
    out: list[Message] = field(default_factory=list)
    """To be sent."""
    begun: list[Message] = field(default_factory=list)
    """Deliveries to be worked now."""
    answered: list[tuple[Key, Message]] = field(default_factory=list)
    """Requests of others than handlers, with their answers."""
    notes: list[str] = field(default_factory=list)
    """For the log."""
    welcome: dict[str, Any] | None = None
    """The first one."""
    running: dict[int, Work] = field(default_factory=dict)
    waiting: list[Message] = field(default_factory=list)
    unanswered: list[Request] = field(default_factory=list)
    suspects: list[Request] = field(default_factory=list)
    """One of these cannot be read by the broker: the first is tried, the others wait for their turn."""

    _is_ready: bool = False
    _granted: int = 0
    _said: int = 0
    _heard: int = 0
    _heard_at: float = 0.0
    _greet_at: float = 0.0
    _ping_at: float = 0.0
    _leave_by: float = 0.0

    @property
    def heartbeat(self) -> float:
        return max(int((self.welcome or {}).get("heartbeat_ms", 5000)), 30) / 1000

    # What happens

    def start(self, now: float) -> None:
        """The socket is there."""
        self._greet(now)

    def ready(self, now: float) -> None:
        """The stage can take work."""
        self._is_ready = True
        self._fill()

    def hear(self, message: Message, now: float) -> None:
        """The broker said something."""
        self._heard_at = now
        if message.command not in ("WELCOME", "PONG"):
            self._heard += 1
        match message.command:
            case "WELCOME":
                self._welcomed(message.header, now)
            case "DELIVER":
                self._deliver(message)
            case "DRAIN":
                self.leave(now)
            case "PONG":
                if self.is_open and message.header.get("sent") not in (None, self._heard):
                    self.notes.append("messages of the broker were lost with a connection; opening another session")
                    self._greet(now)
            case "REFUSED" | "ERROR":
                self._refused(message, now)
            case _:
                # A command of a later version has no key, and is passed over.
                self._answer(message)
        self._try_next(now)
        self._advance(now)
        self._end_if_done(now)

    def finish(self, message: Message, now: float) -> None:
        """A handler has returned: DONE or FAIL."""
        self.running.pop(message.header["delivery"], None)
        self.request(message, now)
        self._advance(now)
        self._fill()
        self._end_if_done(now)

    def request(self, message: Message, now: float) -> None:
        """Something to be sent until it is answered."""
        key = key_of(message)
        if key is None:
            return self.tell(message)
        self.unanswered.append(Request(key, message, now if self.is_open else None))
        if self.is_open:
            self._say(message)

    def tell(self, message: Message) -> None:
        """Something to be sent that has no answer."""
        if self.is_open:
            self._say(message)

    def leave(self, now: float) -> None:
        """Finish and go."""
        if not self.is_leaving:
            self.is_leaving, self._leave_by, self.waiting = True, now + GRACE, []
            self._end_if_done(now)

    def tick(self, now: float) -> None:
        """Time has passed."""
        if self.exit_code is not None:
            return
        if not self.is_open:
            if now >= self._greet_at:
                self._greet(now)
        elif now >= self._heard_at + 3 * self.heartbeat:
            self.notes.append("nothing heard from the broker for three heartbeats; opening a new session")
            self._greet(now)
        else:
            for request in self._sendable():
                if request.sent is None or now - request.sent >= 3 * self.heartbeat:
                    request.sent = now
                    self._say(request.message)
            for work in self.running.values():
                if work.extend_at is not None and work.extend_at <= now:
                    work.extend_at = now + work.length / 2
                    self._say(Message("EXTEND", {**work.lease, "seconds": work.length}))
            if now >= self._ping_at:
                self._ping_at = now + self.heartbeat / 3
                self._say(Message("PING", {"sent": self._said}))
        self._end_if_done(now)

    def pause(self, now: float) -> float:
        """How long until the next tick, in seconds."""
        moments = [self._leave_by] if self.is_leaving else []
        moments += [self._ping_at, self._heard_at + 3 * self.heartbeat] if self.is_open else [self._greet_at]
        moments += [work.extend_at for work in self.running.values() if work.extend_at is not None]
        return max(0.0, min(moments) - now)

    # Greeting

    def _greet(self, now: float) -> None:
        self.is_open, self._greet_at = False, now + GREET_EVERY
        room = max(0, self.window - len(self.running)) if self._is_ready and not self.is_leaving else 0
        # A new session: what an earlier one did not get rid of means nothing in it.
        self.out, self._granted, self._said = [], room, 0
        self.out.append(Message("HELLO", {**self.hello, "credit": room}))

    def _welcomed(self, welcome: dict[str, Any], now: float) -> None:
        known = ("pipeline", "settings", "standards", "people")
        if self.welcome is not None and any(self.welcome.get(name) != welcome.get(name) for name in known):
            self.notes.append("the settings changed; leaving to be started anew with them")
            self.leave(now)
        self.welcome = self.welcome or welcome
        self.is_open, self._heard, self._ping_at, self.waiting = True, 0, now + self.heartbeat / 3, []
        for request in self._sendable():
            request.sent = now
            self._say(request.message)
        self._fill()

    # Hearing

    def _refused(self, message: Message, now: float) -> None:
        header = message.header
        if header.get("delivery") is None and header.get("id") is None:
            if header.get("code") == "unknown-session":
                if self.is_open:
                    self._greet(now)
            elif not self.is_open and message.command == "REFUSED":
                self.notes.append(f"the broker refused this stage: {header.get('code')}: {header.get('message')}")
                self.exit_code = CONFIG
            elif message.command == "ERROR" and header.get("code") in UNREADABLE:
                self._unreadable(message, now)
            else:
                self.notes.append(f"refused: {header.get('code')}: {header.get('message')}")
            return
        for request in list(self.unanswered):
            if request.sent is not None and _fits(request.key, header):
                if message.command == "ERROR" and header.get("code") in UNREADABLE:
                    return self._give_up(request, message, now)
                self.unanswered.remove(request)
                if request.key[0] == "outcome":
                    self.notes.append(f"an outcome was refused: {header.get('code')}: {header.get('message')}")
                else:
                    self.answered.append((request.key, message))
                return

    def _unreadable(self, error: Message, now: float) -> None:
        """The broker could not read one of what was sent, nor whose it was: each is said by itself until it is found."""
        sent = [each for each in self.unanswered if each.sent is not None]
        if len(sent) == 1:
            return self._give_up(sent[0], error, now)
        self.notes.append(f"the broker could not read a message: {error.header.get('code')}: {error.header.get('message')}")
        self.suspects = sent + [each for each in self.suspects if each not in sent]
        for each in self.suspects:
            each.sent = None

    def _give_up(self, request: Request, error: Message, now: float) -> None:
        """What cannot be read never will be: an outcome becomes a failure that can."""
        code, words = str(error.header.get("code")), str(error.header.get("message"))
        self.unanswered.remove(request)
        if request.key[0] != "outcome":
            self.answered.append((request.key, error))
            return
        self.notes.append(f"the broker could not read an outcome: {code}: {words}")
        lease = {name: request.message.header[name] for name in ("delivery", "epoch")}
        failure = Message("FAIL", {**lease, "kind": "permanent", "code": "malformed", "message": words})
        if request.message != failure:
            self.request(failure, now)

    def _sendable(self) -> list[Request]:
        return [each for each in self.unanswered if each not in self.suspects[1:]]

    def _try_next(self, now: float) -> None:
        """Says the first suspect, unless it is said already."""
        self.suspects = [each for each in self.suspects if each in self.unanswered]
        if self.is_open and self.suspects and self.suspects[0].sent is None:
            self.suspects[0].sent = now
            self._say(self.suspects[0].message)

    def _answer(self, message: Message) -> None:
        key = key_of(message)
        for request in self.unanswered:
            if request.key == key:
                self.unanswered.remove(request)
                if key[0] != "outcome":
                    self.answered.append((key, message))
                return

    # Working

    def _deliver(self, message: Message) -> None:
        if not self.is_open or self.is_leaving or not {"delivery", "epoch", "message"} <= message.header.keys():
            return
        self._granted -= 1
        number = message.header["delivery"]
        self.waiting = [each for each in self.waiting if each.header["delivery"] != number] + [message]

    def _advance(self, now: float) -> None:
        """Begins what can be begun: a free place, and no earlier attempt at the same message still under way here."""
        for message in list(self.waiting):
            number = message.header["delivery"]
            under_way = number in self.running or any(each.key[:2] == ("outcome", number) for each in self.unanswered)
            if not self.is_open or self.is_leaving or len(self.running) >= self.window or under_way:
                continue
            self.waiting.remove(message)
            lease = {"delivery": number, "epoch": message.header["epoch"]}
            length = max(int(message.header.get("lease_ms", 30_000)), 2) / 1000
            self.running[number] = Work(lease, length, now + length / 2 if self.auto_extend else None)
            self._say(Message("STARTED", lease))
            self.begun.append(message)

    def _fill(self) -> None:
        if not self.is_open or not self._is_ready or self.is_leaving:
            return
        missing = self.window - self._granted - len(self.running) - len(self.waiting)
        if missing > 0:
            self._granted += missing
            self._say(Message("CREDIT", {"credit": missing}))

    def _say(self, message: Message) -> None:
        self._said += message.command != "PING"
        self.out.append(message)

    def _end_if_done(self, now: float) -> None:
        if not self.is_leaving or self.exit_code is not None:
            return
        if (self.running or self.unanswered) and now < self._leave_by:
            return
        if self.is_open:
            self._say(Message("BYE"))
        self.exit_code = DRAINED


def _fits(key: Key, refusal: dict[str, Any]) -> bool:
    named = refusal.get("delivery") if key[0] in ("outcome", "begin") else refusal.get("id")
    return named is not None and key[1] == named
