"""Write stages of a Casewire pipeline in Python.

A stage is a class with a name, a version and a handler::

    from casewire_stage import Outcome, Received, Stage, run

    class Echo(Stage):
        name = "echo"
        version = "1.0.0"

        def handle(self, delivery: Received, outcome: Outcome) -> None:
            outcome.append("noted", {"heard": delivery.type})

    if __name__ == "__main__":
        run(Echo)

``run`` brings the protocol: it greets the broker, hands deliveries to the handler, answers, sends again what a lost broker
did not hear, and leaves when it is told to.
"""

from ._needs import check

check()  # First of all: what follows cannot even be read by an old Python.

from ._context import Blobs, Settings, StageContext, Submitted
from ._failures import BrokerRefusal, BrokerUnreachable, StageFailure
from ._outcome import Outcome
from ._program import run
from ._received import Leave, Received
from ._stage import Stage
from ._web import NoReply, Reply, post

__all__ = [
    "Blobs", "BrokerRefusal", "BrokerUnreachable", "Leave", "NoReply", "Outcome", "Received", "Reply", "Settings", "Stage",
    "StageContext", "StageFailure", "Submitted", "post", "run",
]
__version__ = "0.1.0"
