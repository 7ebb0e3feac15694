"""One process a ledger: what is at work is known in memory only, so two would post twice."""

import errno
import fcntl
import os


class LockedError(Exception):
    """Somebody else has it, or it cannot be made; the message says which."""


class Lock:
    """A lock on ``<path>.lock`` that the kernel gives back when the process ends, however."""

    def __init__(self, path: str) -> None:
        """Takes the lock. Raises LockedError."""
        try:
            self._file = os.open(path + ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as e:
            raise LockedError(f"the lock of the ledger cannot be made: {e.strerror}") from None
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as e:
            os.close(self._file)
            if e.errno in (errno.EWOULDBLOCK, errno.EACCES):
                raise LockedError("another process has the ledger; run one replica") from None
            raise LockedError(f"the ledger cannot be locked: {e.strerror}") from None

    def release(self) -> None:
        """Gives it back."""
        os.close(self._file)
