"""Writes what the ledger knows of a tenant: ``python -m tenantsmith_content.export <id>``.

One JSON object a workflow and line, on standard output, for the export of a tenant's data. Runs
beside the service. Exit status as that of ``erase``.
"""

import json
import os
import sys
from collections.abc import Mapping, Sequence

from .clock import SystemClock
from .ledger import Ledger, LedgerError
from .settings import is_tenant


def main(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Writes the rows of the one tenant that is named, oldest first."""
    if len(arguments) != 1 or not is_tenant(arguments[0]):
        print("usage: python -m tenantsmith_content.export <id of a tenant>", file=sys.stderr)
        return 2
    path = environment.get("CONTENT_LEDGER", "")
    if not os.path.isfile(path):
        print("CONTENT_LEDGER names no ledger", file=sys.stderr)
        return 1
    try:
        ledger = Ledger(path, SystemClock())
        for row in ledger.rows(arguments[0]):
            print(json.dumps({name: value for name, value in row.items() if name != "key"}))
        ledger.close()
    except LedgerError as e:
        print(e, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
