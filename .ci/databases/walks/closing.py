"""Binary logs are closed by an event of each instance's own, expire, and outlive a switch of the primary."""

import os
import time

from databases import logs, operators, page, scene as scenes

_EVENT = "SELECT status, interval_value, interval_field, event_definition, definer, last_executed IS NOT NULL FROM information_schema.events"
_DAY = 24 * 3600


def event(scene, report):
    """The scheduler has run it once, when the instance started; the next time is 15 minutes later, which nobody waits for here."""
    for instance in scene.instances:
        rows = instance.query(_EVENT + " WHERE event_definition LIKE 'FLUSH%BINARY LOGS%'")
        if not report.equal(f"instance {instance.index} has one event that closes logs", len(rows), 1):
            continue
        status, number, unit, _, definer, ran = rows[0]
        report.equal(f"  every 15 minutes, switched on, run at the start by {definer}", (status, number, unit, ran), ("ENABLED", "15", "MINUTE", "1"))
        report.equal("  and the scheduler runs", instance.variable("event_scheduler"), "ON")


def closes(scene, report):
    """What the event does, on the primary and on each replica: one log more, no transaction, and replication goes on."""
    primary = scene.instances[0]
    primary.tell(["CREATE TABLE IF NOT EXISTS wordpress.closing (id INT PRIMARY KEY)"])
    for number, instance in enumerate(scene.instances):
        primary.tell([f"INSERT INTO wordpress.closing VALUES ({number * 2})"])
        before, position = instance.logs(), instance.variable("gtid_binlog_pos")
        run(instance)
        after = instance.logs()
        report.equal(f"instance {instance.index}: the event closes one log", (len(after), after[: len(before)]), (len(before) + 1, before))
        report.equal("  without a transaction of its own", instance.variable("gtid_binlog_pos"), position)
        closed = logs.read(instance.data / before[-1])
        report.holds("  the closed log ends with its rotation", closed.rotated, str(closed))
        primary.tell([f"INSERT INTO wordpress.closing VALUES ({number * 2 + 1})"])
    for replica in scene.instances[1:]:
        report.holds("the replica is where the primary is, in strict mode", replica.reaches(primary.variable("gtid_binlog_pos")), replica.said()[-300:])
        report.equal("  with the same rows", replica.value("SELECT COUNT(*) FROM wordpress.closing"), str(2 * len(scene.instances)))


def by_hand(scene, report):
    """Before a restore the page asks for what the event does."""
    primary = scene.instances[0]
    before = primary.logs()
    primary.tell([page.statement()])
    report.equal("the page's statement closes a log", len(primary.logs()), len(before) + 1)


def restart(scene, report):
    """Each start makes the event anew and closes a log; none of it is a transaction."""
    replica = scene.instances[-1]
    position = replica.variable("gtid_binlog_pos"), replica.variable("gtid_slave_pos")
    replica.stop()
    replica.start()
    time.sleep(1)
    rows = replica.query(_EVENT + " WHERE event_definition LIKE 'FLUSH%BINARY LOGS%'")
    report.equal("after a restart the event is there, once and switched on", [row[0] for row in rows], ["ENABLED"])
    report.equal("  and no transaction was made", (replica.variable("gtid_binlog_pos"), replica.variable("gtid_slave_pos")), position)


def expires(scene, report):
    """Logs are as old as their files say: some are made older than the rendered time, one younger."""
    primary = scene.instances[0]
    seconds = int(scene.tenant.settings()["binlog_expire_logs_seconds"])
    report.equal("the server knows the rendered time", primary.variable("binlog_expire_logs_seconds").split(".")[0], str(seconds))
    for _ in range(3):
        run(primary)
    names = primary.logs()
    now = time.time()
    for number, name in enumerate(names[:-1]):
        age = seconds + _DAY if number < len(names) - 2 else seconds - _DAY
        os.utime(primary.data / name, (now - age, now - age))

    def first_left():
        """A log that is being sent to a replica stays until the closing after that."""
        run(primary)
        return primary.logs()[0] == names[-2]

    scene.until(first_left)
    report.equal("logs over the time go when logs are closed, younger ones stay", primary.logs()[:2], names[-2:])
    report.holds("  and their files are gone", not any((primary.data / name).exists() for name in names[:-2]), str(names))


def switch(scene, report):
    """The operator's statements for a planned switch; then the new primary closes logs and the old one follows."""
    old, new = scene.instances[:2]
    # The operator holds the lock in one connection meanwhile; nobody writes here.
    old.tell(["SET GLOBAL read_only=1"])
    position = old.variable("gtid_binlog_pos")
    if not report.holds("the replica is in step before the switch", new.reaches(position), str(new.replica_state())):
        return
    scene.promote(new)
    old.tell(operators.make_replica(new.host, scenes.PASSWORD, new.variable("gtid_binlog_pos"), "current_pos"))
    new.tell(["INSERT INTO wordpress.closing VALUES (1000)"])
    before = new.logs()
    run(new)
    new.tell(["INSERT INTO wordpress.closing VALUES (1001)"])
    report.equal("the promoted replica closes logs", len(new.logs()), len(before) + 1)
    written = logs.read(new.data / before[-1])
    report.equal("  and what it wrote is in them, as its own", written.last.server, operators.FIRST_SERVER_ID + 1)
    report.holds("the former primary follows", old.reaches(new.variable("gtid_binlog_pos")), str(old.replica_state()))
    scene.instances[:2] = [new, old]


def run(instance):
    """Runs what the event of an instance is defined to do."""
    instance.tell([instance.value("SELECT event_definition FROM information_schema.events WHERE event_definition LIKE 'FLUSH%BINARY LOGS%'")])
