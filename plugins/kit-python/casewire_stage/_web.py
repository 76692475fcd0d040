"""One post to a server outside, which comes to an end whatever that server does."""

from __future__ import annotations

import queue
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPSConnection
from typing import Any, Mapping
from urllib.error import HTTPError, URLError
from urllib.request import HTTPHandler, HTTPRedirectHandler, HTTPSHandler, Request, build_opener


@dataclass(frozen=True)
class Reply:
    """What a server answered, well or badly."""

    status: int
    reason: str
    headers: Mapping[str, str]
    """By names in lower case."""
    body: bytes = b""
    """Empty where the status is not 2xx."""


class NoReply(Exception):
    """There was no answer that could be read, or none in time. Its text names the kind of fault, and nothing that the server said."""


def post(url: str, body: bytes, headers: Mapping[str, str], *, within: float, most: int = 0) -> Reply:
    """Posts, and follows no redirect: what is meant for one place is not carried to another.

    After ``within`` seconds it is over, from the look-up of the name to the last byte, however little at a time comes; of the
    answer's body no more than ``most`` bytes are read.
    """
    line, results = _Line(), queue.SimpleQueue[Reply | Exception]()

    def work() -> None:
        try:
            results.put(_exchange(Request(url, body, dict(headers), method="POST"), line, within, most))
        except Exception as error:
            results.put(error)

    threading.Thread(target=work, daemon=True).start()
    try:
        result = results.get(timeout=within)
    except queue.Empty:
        raise NoReply("TimeoutError") from None
    finally:
        line.cut()
    if isinstance(result, Reply):
        return result
    cause = result.reason if isinstance(result, URLError) and isinstance(result.reason, Exception) else result
    kind, why = type(cause).__name__, cause.strerror if isinstance(cause, OSError) else None
    raise NoReply(f"{kind}: {why}" if why else kind) from cause


def _exchange(request: Request, line: _Line, within: float, most: int) -> Reply:
    opener = build_opener(_Connections(line), _NoRedirects)
    try:
        with opener.open(request, timeout=within) as answer:
            return Reply(answer.status, answer.reason, _lowered(answer.headers), answer.read(most) if most else b"")
    except HTTPError as error:
        with error:
            return Reply(error.code, str(error.reason), _lowered(error.headers))


def _lowered(headers: Any) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


class _Line:
    """The socket of a post, so that another thread can cut it: a thread that reads from it then goes on."""

    def __init__(self) -> None:
        self._lock, self._is_cut = threading.Lock(), False
        self._socket: socket.socket | None = None

    def hold(self, opened: socket.socket) -> None:
        with self._lock:
            self._socket = opened
            self._end()

    def cut(self) -> None:
        with self._lock:
            self._is_cut = True
            self._end()

    def _end(self) -> None:
        if self._is_cut and self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)


class _Connections(HTTPHandler, HTTPSHandler):
    """Opens what can be cut."""

    def __init__(self, line: _Line) -> None:
        super().__init__()
        self._line = line

    def http_open(self, request: Request) -> Any:
        return self._open(_Plain, request)

    def https_open(self, request: Request) -> Any:
        return self._open(_Secure, request)

    def _open(self, kind: type[_Plain] | type[_Secure], request: Request) -> Any:
        def connection(*given: Any, **named: Any) -> HTTPConnection:
            made = kind(*given, **named)
            made.line = self._line
            return made

        return self.do_open(connection, request)


class _Plain(HTTPConnection):
    line: _Line

    def connect(self) -> None:
        super().connect()
        self.line.hold(self.sock)


class _Secure(HTTPSConnection):
    line: _Line

    def connect(self) -> None:
        super().connect()
        self.line.hold(self.sock)
