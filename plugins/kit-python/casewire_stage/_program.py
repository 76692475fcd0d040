"""The whole program: the options that every stage has, else work for the broker."""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import os
import sys
from typing import Any, NoReturn, Sequence

from . import _log
from ._context import Settings, StageContext
from ._failures import CONFIG, DATA, DRAINED, FAILED, SOFTWARE, USAGE, BrokerRefusal, BrokerUnreachable, StageFailure
from ._link import Link, answered, explain
from ._received import Received, _body
from ._stage import Stage
from ._wire import Message


def run(stage: type[Stage], arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs a stage until it is told to leave, and ends the process."""
    sys.exit(perform(stage, sys.argv[1:] if arguments is None else arguments))


def perform(stage: type[Stage], arguments: Sequence[str]) -> int:
    """The same, with the exit code as its result."""
    parser = argparse.ArgumentParser(prog=stage.name, description=(stage.__doc__ or "").strip() or None)
    parser.add_argument("--socket", help="the broker's address for this stage (default: $CASEWIRE_SOCKET)")
    parser.add_argument("--once", action="store_true", help="work one delivery of standard input, without a broker")
    parser.add_argument("--describe", action="store_true", help="tell as JSON what this program is")
    parser.add_argument("--version", action="version", version=f"{stage.name} {stage.version}")
    try:
        options = parser.parse_args(list(arguments))
    except SystemExit as end:
        return USAGE if end.code else DRAINED
    _log.begin(os.environ.get("CASEWIRE_LOG_LEVEL", "info"))
    if options.describe:
        print(json.dumps({
            "name": stage.name, "version": stage.version, "protocol": 1, "software": f"{stage.name} {stage.version}",
            "concurrency": stage.concurrency, "auto_extend": stage.auto_extend}, sort_keys=True))
        return DRAINED
    if options.once:
        return _once(stage)
    endpoint = options.socket or os.environ.get("CASEWIRE_SOCKET")
    if not endpoint:
        print(f"{stage.name}: no broker is named. Set CASEWIRE_SOCKET or give --socket; \"casewire up\" does it for you.",
              file=sys.stderr)
        return USAGE
    return Link(stage, endpoint, os.environ).run()


def _once(kind: type[Stage]) -> int:
    try:
        given = json.load(sys.stdin)
        broker = _Yes([_body(each) for each in given.get("blobs") or []])
        delivery = Received.once(given, broker=broker)
    except (ValueError, KeyError, TypeError) as error:
        print(f"{kind.name}: standard input is no delivery: {error!r}", file=sys.stderr)
        return DATA
    try:
        context = StageContext({**given, "pipeline": "once"}, stage=kind.name, instance="once", broker=broker)
        stage = kind(Settings(given.get("settings") or {}), context)
    except Exception as error:
        print(f"{kind.name}: could not start: {explain(error)}. Settings are those of the input; \"casewire drive\" fills in "
              "what stage.yaml has by default.", file=sys.stderr)
        return CONFIG if isinstance(error, StageFailure) and error.kind == "config" else SOFTWARE
    answer = answered(stage, delivery)
    name = "done" if answer.command == "DONE" else "fail"
    print(json.dumps({name: _inlined(answer.header, answer.bodies)}, ensure_ascii=False, sort_keys=True))
    return DRAINED if name == "done" else FAILED


class _Yes:
    """A broker that lets every text go, keeps files in memory, and has no other case."""

    def __init__(self, blobs: Sequence[bytes]) -> None:
        self._blobs = {hashlib.sha256(each).hexdigest(): each for each in blobs}

    def tell(self, message: Message) -> None:
        """Nobody hears it."""

    def ask(self, message: Message, within: float | None) -> Message:
        header = message.header
        match message.command:
            case "BEGIN":
                return Message("GO", {**header, "in_doubt": False})
            case "SUBMIT":
                return Message("ACCEPTED", {"id": header["id"], "submission": 1, "state": "received"})
            case "PUT":
                kept = self._blobs.get(header["hash"], b"")
                if len(kept) == header["offset"]:
                    kept += message.bodies[0]
                self._blobs[header["hash"]] = kept
                return Message("STORED", {"hash": header["hash"], "next": len(kept)})
            case "GET":
                content = self._blobs.get(header["hash"])
                if content is None:
                    raise BrokerRefusal("no-blob", f"no blob {header['hash']}; list it under \"blobs\"")
                return Message("BLOB", {**header, "size": len(content)}, (content[header["offset"]:],))
            case "ASK" if header["what"] in ("sections", "counts") and "of" not in header["arguments"]:
                return Message("REPLY", {"id": header["id"]}, (b"[]",))
            case "ASK":
                raise BrokerRefusal("no-case", "there is no such case")
        raise BrokerUnreachable("there is no broker with --once")


def _inlined(value: Any, bodies: Sequence[bytes]) -> Any:
    """A header with its bodies in the places of their indexes."""
    if isinstance(value, list):
        return [_inlined(each, bodies) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        name: _readable(bodies[each]) if name in ("body", "final", "entry") and isinstance(each, int)
        else each if name in ("details", "findings") else _inlined(each, bodies)
        for name, each in value.items()
    }


def _readable(body: bytes) -> Any:
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(body).decode()}
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, (dict, list)) else text
