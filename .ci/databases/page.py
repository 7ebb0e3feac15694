"""What docs/restore.md tells people to type, so that it is what is tried."""

import pathlib
import re

_PAGE = pathlib.Path(__file__).parent.parent.parent / "docs/restore.md"


def statement():
    """The statement that closes a log by hand."""
    return _one(r"```sql\n\s*(.+?);\n\s*```")


def take_out():
    """The program that writes a table of a copy."""
    return _one(r"sh -c '([^']+)' > wp_posts\.sql")


def put_in():
    """The program that reads it into the living database."""
    return _one(r"sh -c '([^']+)' < wp_posts\.sql")


def _one(pattern):
    found = re.findall(pattern, _PAGE.read_text(encoding="utf-8"), re.DOTALL)
    if len(found) != 1:
        raise LookupError(f"docs/restore.md has {len(found)} of {pattern}")
    return found[0]
