"""Log lines as JSON objects on standard error, one a line."""

from __future__ import annotations

import json
import logging
import sys
from datetime import datetime, timezone
from typing import Any, MutableMapping

from ._wire import moment_text

_plain = set(vars(logging.LogRecord("", 0, "", 0, "", (), None))) | {"message", "asctime", "taskName"}


class JSONLines(logging.Formatter):
    """``at``, ``level``, ``message``, then what was given as ``extra``."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, timezone.utc)
        line: dict[str, Any] = {
            "at": moment_text(at), "level": record.levelname.lower(), "message": record.getMessage()}
        line.update({name: value for name, value in vars(record).items() if name not in _plain and value is not None})
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


class Bound(logging.LoggerAdapter[logging.Logger]):
    """A logger whose lines all carry some fields."""

    def process(self, msg: Any, kwargs: MutableMapping[str, Any]) -> tuple[Any, MutableMapping[str, Any]]:
        kwargs["extra"] = {**(self.extra or {}), **kwargs.get("extra", {})}
        return msg, kwargs


def bound(logger: logging.Logger | logging.LoggerAdapter[logging.Logger], **fields: Any) -> Bound:
    """The logger with more fields on each of its lines."""
    if isinstance(logger, logging.LoggerAdapter):
        return Bound(logger.logger, {**(logger.extra or {}), **fields})
    return Bound(logger, fields)


def begin(level: str) -> None:
    """Sends the lines of ``casewire`` to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JSONLines())
    logger = logging.getLogger("casewire")
    logger.handlers, logger.propagate = [handler], False
    names = {"trace": "DEBUG", "notice": "INFO"}
    logger.setLevel(names.get(level, level.upper()) if level else "INFO")
