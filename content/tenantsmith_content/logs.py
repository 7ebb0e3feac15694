"""Logs: one JSON object a line, and never a token, a cookie, a text or a name.

Exceptions are told by their type and where they were raised, never by their message: that may
hold what a user wrote.
"""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime

_OWN = "content"
_OTHERS = ("uvicorn", "uvicorn.error", "uvicorn.asgi")


class JsonLines(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Time in UTC, level, logger, message; fields of an audit record beside them."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, object] = {
            "time": at.replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        fields = getattr(record, "fields", None)
        if isinstance(fields, dict):
            line.update(fields)
        else:
            line["message"] = self._message(record)
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            line["error"] = type(error).__name__
            line["at"] = [
                f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(error.__traceback__)[-12:]
            ]
        return json.dumps(line)

    @staticmethod
    def _message(record: logging.LogRecord) -> str:
        message = record.getMessage()
        if record.name.partition(".")[0] != _OWN:
            # Whoever prints an exception of theirs prints it below the first line.
            message = message.split("\n", 1)[0]
        return message


def set_up() -> None:
    """All logs of this process go to standard output in this form."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    for name in _OTHERS:
        other = logging.getLogger(name)
        other.handlers.clear()
        other.propagate = True
    # These tell addresses at a level that is of no use here.
    for name in ("aiohttp", "uvicorn.access"):
        logging.getLogger(name).setLevel(logging.WARNING)
