"""What a stage is."""

from __future__ import annotations

from typing import ClassVar

from ._context import Settings, StageContext
from ._outcome import Outcome
from ._received import Received


class Stage:
    """A program of the pipeline: it is handed a message with the case it is about, and answers with one outcome.

    It keeps nothing between deliveries that it could not lose: what must last belongs into the outcome.
    """

    name: ClassVar[str] = "stage"
    """The stage's name, unless the pipeline gives it another one."""
    version: ClassVar[str] = "0"
    """The program's version, for people."""
    concurrency: ClassVar[int] = 1
    """How many deliveries are worked at once, each on a thread of its own; of one case never two."""
    auto_extend: ClassVar[bool] = False
    """Whether the lease of a delivery is lengthened for as long as its handler runs."""

    def __init__(self, settings: Settings, context: StageContext) -> None:
        """Gets ready, once, before the first delivery. ``StageFailure.config`` ends the process with 78."""

    def handle(self, delivery: Received, outcome: Outcome) -> None:
        """Works one delivery. Nothing of the outcome counts before this returns."""
        raise NotImplementedError

    def serve(self, context: StageContext) -> None:
        """Runs beside the handler on a thread of its own, until ``context.leaving`` is set."""
