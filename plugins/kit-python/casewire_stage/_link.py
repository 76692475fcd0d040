"""The one thread that owns the socket to the broker, and the threads that handlers run on."""

from __future__ import annotations

import logging
import os
import queue
import signal
import stat
import threading
import time
import uuid
from typing import Callable, Mapping

import zmq

from ._context import Settings, StageContext
from ._failures import CONFIG, SOFTWARE, BrokerRefusal, BrokerUnreachable, StageFailure
from ._log import bound
from ._outcome import Outcome
from ._received import Received
from ._session import Key, Session, key_of
from ._stage import Stage
from ._wire import LARGEST, Message, read


class Link:
    """Runs a stage against a broker, from the greeting to the last outcome."""

    def __init__(self, kind: type[Stage], endpoint: str, environment: Mapping[str, str]) -> None:
        self.kind = kind
        self.stage = environment.get("CASEWIRE_STAGE") or kind.name
        self.instance = environment.get("CASEWIRE_INSTANCE") or uuid.uuid4().hex
        self.logger = bound(logging.getLogger("casewire"), stage=self.stage, instance=self.instance)
        self.session = Session(
            {"stage": self.stage, "instance": self.instance, "protocol": 1, "pid": os.getpid(),
             "software": f"{kind.name} {kind.version}"}, window=max(1, kind.concurrency), auto_extend=kind.auto_extend)
        self.context: StageContext | None = None
        self.place: Stage | None = None
        self._code: int | None = None
        self._posts: queue.SimpleQueue[Callable[[float], None]] = queue.SimpleQueue()
        self._jobs: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._waiting: dict[Key, list[queue.SimpleQueue[Message]]] = {}
        self._wakeup, self._waker = os.pipe()
        os.set_blocking(self._waker, False)
        self._socket = zmq.Context().socket(zmq.DEALER)
        self._socket.linger, self._socket.maxmsgsize, self._socket.immediate = 500, LARGEST, True
        if "CASEWIRE_KEY_FILE" in environment:
            files = (environment["CASEWIRE_KEY_FILE"], environment["CASEWIRE_BROKER_KEY_FILE"])
            secret, broker = (open(file, "rb").read().split()[0] for file in files)
            self._socket.curve_secretkey, self._socket.curve_publickey = secret, zmq.curve_public(secret)
            self._socket.curve_serverkey = broker
        self._socket.connect(endpoint)

    def run(self) -> int:
        """Works until it is told to leave; returns the exit code."""
        self._watch_the_end()
        for _ in range(self.session.window):
            threading.Thread(target=self._labour, daemon=True).start()
        poller = zmq.Poller()
        poller.register(self._socket, zmq.POLLIN)
        poller.register(self._wakeup, zmq.POLLIN)
        self.session.start(time.monotonic())
        self._act()
        while self.session.exit_code is None:
            events = dict(poller.poll(int(self.session.pause(time.monotonic()) * 1000) + 1))
            if self._wakeup in events:
                os.read(self._wakeup, 4096)
            while not self._posts.empty():
                self._posts.get()(time.monotonic())
            self._hear()
            self.session.tick(time.monotonic())
            self._act()
        self._act()
        # Closes the socket and waits for what is on its way, which Python's own end would cut off.
        self._socket.context.destroy()
        return self._code if self._code is not None else self.session.exit_code

    # The broker, as handlers see it

    def tell(self, message: Message) -> None:
        self._post(lambda now: self.session.tell(message))

    def ask(self, message: Message, within: float | None) -> Message:
        key = key_of(message)
        assert key is not None
        answers: queue.SimpleQueue[Message] = queue.SimpleQueue()

        def request(now: float) -> None:
            self._waiting.setdefault(key, []).append(answers)
            self.session.request(message, now)

        self._post(request)
        try:
            answer = answers.get(timeout=within)
        except queue.Empty:
            raise BrokerUnreachable("the broker did not answer in time; \"casewire status\" shows it") from None
        if answer.command in ("REFUSED", "ERROR"):
            raise BrokerRefusal(str(answer.header.get("code")), str(answer.header.get("message")))
        return answer

    # The socket's own thread

    def _post(self, event: Callable[[float], None]) -> None:
        self._posts.put(event)
        try:
            os.write(self._waker, b"!")
        except BlockingIOError:
            pass  # Enough is waiting there to wake anybody.

    def _hear(self) -> None:
        while True:
            try:
                frames = self._socket.recv_multipart(zmq.NOBLOCK)
            except zmq.Again:
                return
            try:
                message = read(frames)
            except ValueError as error:
                self.logger.debug("ignored a message", extra={"reason": str(error)})
                continue
            is_first = self.session.welcome is None
            self.session.hear(message, time.monotonic())
            if is_first and self.session.welcome is not None:
                self._jobs.put(self._prepare)
            self._act()

    def _act(self) -> None:
        for note in self.session.notes:
            self.logger.warning(note)
        self.session.notes = []
        while self.session.out:
            try:
                self._socket.send_multipart(self.session.out[0].frames(), zmq.NOBLOCK)
            except zmq.Again:
                break  # Nobody is there yet: the next greeting starts anew.
            self.session.out.pop(0)
        for message in self.session.begun:
            self._jobs.put(lambda message=message: self._work(message))  # type: ignore[misc]
        self.session.begun = []
        for key, answer in self.session.answered:
            waiting = self._waiting.get(key)
            if waiting:
                waiting.pop(0).put(answer)
        self.session.answered = []
        if self.session.is_leaving and self.context is not None:
            self.context.leaving.set()

    # Handlers

    def _labour(self) -> None:
        while True:
            self._jobs.get()()

    def _prepare(self) -> None:
        welcome = self.session.welcome or {}
        self.context = StageContext(welcome, stage=self.stage, instance=self.instance, logger=self.logger, broker=self)
        try:
            self.place = self.kind(Settings(welcome.get("settings") or {}), self.context)
        except BaseException as error:
            is_config = isinstance(error, StageFailure) and error.kind == "config"
            self._code = CONFIG if is_config else SOFTWARE
            self.logger.critical("could not start", extra={"reason": explain(error)})
            return self._post(self.session.leave)
        if type(self.place).serve is not Stage.serve:
            threading.Thread(target=self._serve, args=(self.place, self.context), daemon=True).start()
        self.logger.info("takes work", extra={"pipeline": self.context.pipeline})
        self._post(self.session.ready)

    def _serve(self, place: Stage, context: StageContext) -> None:
        try:
            place.serve(context)
        except BaseException as error:
            self._code = SOFTWARE
            self.logger.critical("what runs beside the handler broke", extra={"reason": explain(error)})
            self._post(self.session.leave)

    def _work(self, message: Message) -> None:
        assert self.place is not None
        logger = bound(
            self.logger, delivery=message.header["delivery"], case=(message.header.get("case") or {}).get("ref"),
            type=message.header["message"].get("type"), trace=trace_of(message.header["message"]))
        received = Received(message.header, message.bodies, logger=logger, broker=self)
        answer = answered(self.place, received)
        if answer.command == "FAIL":
            logger.warning("failed", extra={"code": answer.header["code"], "reason": answer.header["message"]})
        self._post(lambda now: self.session.finish(answer, now))

    # Leaving

    def _watch_the_end(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self._post(self.session.leave))
        # Whoever started this may have had them blocked.
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM, signal.SIGINT})
        # A terminal and /dev/null mean nothing; a supervisor's pipe does.
        mode = os.fstat(0).st_mode
        if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode):
            threading.Thread(target=self._drink, daemon=True).start()

    def _drink(self) -> None:
        while os.read(0, 4096):
            pass
        self._post(self.session.leave)


def answered(stage: Stage, received: Received) -> Message:
    """DONE or FAIL of one delivery."""

    def fail(kind: str, code: str, text: str) -> Message:
        return Message("FAIL", {**received.lease, "kind": kind, "code": sendable(code), "message": sendable(text)})

    try:
        outcome = Outcome(received)
        stage.handle(received, outcome)
        message = outcome.message()
        if sum(map(len, message.frames())) > LARGEST:
            return fail("permanent", "too-large", "the outcome is larger than a message may be; put the rest into a blob")
        return message
    except StageFailure as failure:
        return fail(failure.kind, failure.code, failure.message)
    except BrokerRefusal as refusal:
        return fail("retry", refusal.code, refusal.message)
    except Exception as error:
        received.logger.error("the handler broke", extra={"reason": explain(error)})
        return fail("retry", "error", explain(error))
    except BaseException as error:
        # sys.exit and its like would end the thread without a word, and the stage would go on with one place less.
        received.logger.error("the handler tried to end the process", extra={"reason": explain(error)})
        return fail("retry", "handler", explain(error))


def trace_of(event: Mapping[str, object]) -> str | None:
    """The trace that a message belongs to, so that log lines are found by it."""
    parts = str(event.get("traceparent") or "").split("-")
    return parts[1] if len(parts) == 4 else None


def sendable(text: str) -> str:
    """A text without what no header can hold: U+0000 and halves of characters."""
    return str(text).replace("\0", "\ufffd").encode(errors="replace").decode()


def explain(error: BaseException) -> str:
    """An error as one sentence, with the place of the handler that it comes from."""
    words = str(error) if isinstance(error, StageFailure) else f"{type(error).__name__}: {error}"
    trace = error.__traceback__
    place = ""
    while trace is not None:
        code = trace.tb_frame.f_code
        if not code.co_filename.startswith(os.path.dirname(__file__)):
            place = f" ({os.path.basename(code.co_filename)}:{trace.tb_lineno})"
        trace = trace.tb_next
    return words + ("" if isinstance(error, StageFailure) else place)
