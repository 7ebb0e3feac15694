"""Walks one after the other, a line each, for the checks that walk on real systems."""

import traceback


def walked(walks, scene):
    """Walks all, whatever becomes of one: how many went well and how many did not."""
    passed = sum(_passes(name, walk, scene) for name, walk in walks)
    return passed, len(walks) - passed


def _passes(name, walk, scene):
    try:
        walk(scene)
    except Exception as fault:  # A walk's fault of any kind is its line; the others go on.
        print(f"FAILED  {name}: {fault}", flush=True)
        if not isinstance(fault, AssertionError):
            traceback.print_exc()
        return False
    print(f"ok      {name}", flush=True)
    return True
