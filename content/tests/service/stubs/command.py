"""What the stubs' command lines share."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable

from .web import Neighbour, Serving


def parser(text: str | None) -> argparse.ArgumentParser:
    """The options of each stub."""
    options = argparse.ArgumentParser(
        description=text, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument(
        "--port",
        type=int,
        default=0,
        help="on loopback; any free one if absent, the address is printed",
    )
    return options


def serve(port: int, neighbour: Callable[[str], Neighbour]) -> None:
    """Prints the address and serves until the process is stopped."""
    with Serving(neighbour, port) as serving:
        print(serving.url, flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            serving.wait()
