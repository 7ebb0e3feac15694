"""One line for each walk."""

import sys
import traceback


class Report:
    """Prints what was seen of one tenant and counts it."""

    def __init__(self, tenant):
        self._tenant = tenant
        self.ok = self.failed = self.skips = 0

    def holds(self, walk, truth, seen=""):
        """The walk was walked; seen says what was there instead."""
        if truth:
            self.ok += 1
        else:
            self.failed += 1
        self._line("ok" if truth else "FAILED", walk, "" if truth else seen)
        return bool(truth)

    def equal(self, walk, seen, wanted):
        return self.holds(walk, seen == wanted, f"{seen!r} instead of {wanted!r}")

    def skipped(self, walk, why):
        self.skips += 1
        self._line("skipped", walk, why)

    def walk(self, walk, *arguments):
        """Runs a function of several checks and gives what it gives; what it throws is a failed check, so that the next one still runs."""
        try:
            return walk(*arguments)
        except Exception as problem:
            where = traceback.extract_tb(problem.__traceback__)[-1]
            self.holds(walk.__name__.replace("_", " "), False, f"{type(problem).__name__}: {problem} ({where.filename}:{where.lineno})")
            return None

    def _line(self, word, walk, text):
        said = f"{word:8}{self._tenant:11}{walk}"
        print(said + (f": {text[:600]}" if text else ""), file=sys.stdout, flush=True)
