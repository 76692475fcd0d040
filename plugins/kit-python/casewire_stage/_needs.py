"""What the kit needs of its place. Read by old Pythons too: no syntax here that they lack."""

import sys
from typing import Optional, Tuple

from ._failures import CONFIG


def unmet(version: Tuple[int, int]) -> Optional[str]:
    """What is missing and how to install it; None where all is there."""
    if version < (3, 11):
        return "casewire_stage needs Python 3.11 or later, and this is {}.{}: start the stage with another python3".format(*version)
    try:
        import zmq  # noqa: F401
    except ImportError as error:
        return "casewire_stage needs pyzmq ({}): apt install python3-zmq, or pip install ./plugins/kit-python".format(error)
    return None


def check() -> None:
    """Leaves with the code for wrong settings, and one line instead of a traceback."""
    words = unmet(sys.version_info[:2])
    if words is not None:
        print(words, file=sys.stderr)
        sys.exit(CONFIG)
