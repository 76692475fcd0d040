"""Why something could not be done."""

from __future__ import annotations

DRAINED, FAILED, USAGE, DATA, UNREACHABLE, SOFTWARE, CONFIG = 0, 1, 64, 65, 69, 70, 78
"""Exit codes; those of ``sysexits.h`` where there is one."""


class StageFailure(Exception):
    """Raised by a handler, and sent as FAIL. Any other exception is tried again later."""

    def __init__(self, kind: str, code: str, message: str) -> None:
        super().__init__(f"{code} ({kind}): {message}")
        self.kind, self.code, self.message = kind, code, message

    @staticmethod
    def retry(code: str, message: str) -> StageFailure:
        """It may work later: the message comes again after a pause."""
        return StageFailure("retry", code, message)

    @staticmethod
    def permanent(code: str, message: str) -> StageFailure:
        """It will never work: the message goes to the dead letters at once."""
        return StageFailure("permanent", code, message)

    @staticmethod
    def config(code: str, message: str) -> StageFailure:
        """The settings are wrong: a dead letter at once, and the operator is told. At the start the process exits with 78."""
        return StageFailure("config", code, message)


class BrokerRefusal(Exception):
    """The broker did not carry out a request, and says why."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code, self.message = code, message


class BrokerUnreachable(Exception):
    """The broker did not answer in time. Nothing is known of the request; sending it again is harmless."""
