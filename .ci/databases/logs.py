"""Reads binary logs as the operator's agent does, and chooses those of a recovery as its job does."""

import dataclasses
import struct

_MAGIC = b"\xfebin"
_HEADER = struct.Struct("<IBIIIH")
_GTID = struct.Struct("<QI")
_STOP, _ROTATE, _GTID_EVENT = 3, 4, 162


class Unreachable(Exception):
    """The archive has no way from the backup to the target time."""


@dataclasses.dataclass(frozen=True)
class Position:
    """A transaction: domain, server, number."""

    domain: int
    server: int
    number: int

    @classmethod
    def of(cls, text):
        return cls(*(int(part) for part in text.split("-")))

    def __str__(self):
        return f"{self.domain}-{self.server}-{self.number}"


@dataclasses.dataclass(frozen=True)
class Log:
    """One log: its first and last transaction, if it has any, and the times of its first and last event."""

    name: str
    server: int
    first: Position | None
    last: Position | None
    begins: int
    ends: int
    rotated: bool
    stopped: bool


def read(path):
    """Reads a log from its events' headers."""
    data = path.read_bytes()
    if not data.startswith(_MAGIC):
        raise ValueError(f"{path.name} is no binary log")
    offset, times, positions, kinds, server = len(_MAGIC), [], [], set(), 0
    while offset + _HEADER.size <= len(data):
        moment, kind, server, length, _, _ = _HEADER.unpack_from(data, offset)
        times.append(moment)
        kinds.add(kind)
        if kind == _GTID_EVENT:
            number, domain = _GTID.unpack_from(data, offset + _HEADER.size)
            positions.append(Position(domain, server, number))
        offset += length
    first, last = (positions[0], positions[-1]) if positions else (None, None)
    return Log(path.name, server, first, last, times[0], times[-1], _ROTATE in kinds, _STOP in kinds)


def timeline(archived, start, target, strict):
    """The logs to replay, by the operator's rules: from the server that wrote the backup's last transaction, onwards over gaps that a stop explains."""
    chosen, server, reached = [], start.server, False
    while True:
        reached, following = _follow(archived, server, start, target, chosen)
        if following is None:
            break
        server, start = following.server, following
    if not chosen:
        raise Unreachable("no logs")
    if strict and not reached:
        raise Unreachable(f"the archive ends at {chosen[-1].ends}")
    return chosen


def _follow(archived, server, start, target, chosen):
    """Takes the logs of one server; gives whether the target is reached, and where another server goes on."""
    for log in [each for each in archived if each.server == server]:
        if log.begins > target:
            return True, None
        if log.last is None or log.last.number < start.number:
            continue
        if chosen and log.first.number - chosen[-1].last.number > 1:
            return False, _elsewhere(archived, server, chosen[-1], target)
        chosen.append(log)
        if log.ends == target:
            return True, None
    return False, None


def _elsewhere(archived, server, last, target):
    if not last.stopped:
        return None
    for log in archived:
        if log.server != server and log.last and log.last.number >= last.last.number and log.begins <= target:
            if log.first.number - last.last.number <= 1:
                return log.first
    return None
