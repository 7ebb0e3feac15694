"""Erases what the ledger knows of a tenant: ``python -m tenantsmith_content.erase <id>``.

Runs beside the service, in its pod. Exit status 0: erased, also if there was nothing; 1: the ledger
cannot be written; 2: no tenant was named.
"""

import os
import sys
from collections.abc import Mapping, Sequence

from .clock import SystemClock
from .ledger import Ledger, LedgerError
from .settings import is_tenant


def main(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Erases the one tenant that is named, and says how many rows there were."""
    if len(arguments) != 1 or not is_tenant(arguments[0]):
        print("usage: python -m tenantsmith_content.erase <id of a tenant>", file=sys.stderr)
        return 2
    path = environment.get("CONTENT_LEDGER", "")
    if not os.path.isfile(path):
        print("CONTENT_LEDGER names no ledger", file=sys.stderr)
        return 1
    try:
        ledger = Ledger(path, SystemClock())
        gone = ledger.erase(arguments[0])
        ledger.close()
    except LedgerError as e:
        print(e, file=sys.stderr)
        return 1
    print(f"erased {gone} workflows of tenant {arguments[0]}, and their totals")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
