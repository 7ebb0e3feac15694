"""A backup as the operator takes it, an accident, and the database as it was a moment before."""

import datetime
import time

from databases import logs, operators, page, staging
from databases.walks import closing

_FILE = "physicalbackup-20260102030405.xb"
_WORDS = "SELECT seq, CONCAT_WS(' ', {words}) FROM wordpress.seq_1_to_{rows}"
_ROWS = 6000


def fill(scene):
    """Posts, as many as make 60 MB; they compress to about two fifths, as texts do."""
    words = "REPEAT('an ordinary line of a page. ', 20), TO_BASE64(RANDOM_BYTES(1000)), TO_BASE64(RANDOM_BYTES(900 + seq MOD 100))"
    scene.instances[0].tell([
        "CREATE TABLE IF NOT EXISTS wordpress.wp_posts (ID BIGINT PRIMARY KEY, post_content LONGTEXT)",
        f"INSERT INTO wordpress.wp_posts {_WORDS.format(words=words, rows=_ROWS)}",
        "CREATE TABLE IF NOT EXISTS wordpress.moments (id INT PRIMARY KEY AUTO_INCREMENT, word VARCHAR(40), at TIMESTAMP DEFAULT CURRENT_TIMESTAMP)",
    ])  # fmt: skip


def back_up(scene, report, source, kept):
    """The three programs of the backup's pod, and how much of the staging area they take."""
    replica = source is not scene.instances[0]
    if replica and not report.holds("the source of the backup is in step", source.reaches(scene.instances[0].variable("gtid_binlog_pos"))):
        return None
    with staging.Watch(source.staging) as watch:
        source.shell(operators.backup(replica, _FILE))
        data = (source.staging / _FILE).stat().st_size
        if scene.tenant.archive():
            source.shell(operators.backup_position(_FILE))
            position = (source.staging / "full/mariadb-operator.info").read_text().split()[-1]
        else:
            position = None
        source.shell(operators.compress(_FILE))
    stream = (source.staging / _FILE).stat().st_size
    factor, rendered = watch.most / data, scene.tenant.staging_factor()
    print(f"        {'':11}backup of {data >> 20} MiB, compressed to {stream / data:.2f}: the staging area held {factor:.2f} times the data; rendered {rendered:.2f}")
    report.holds("the staging area of the backup is as large as its steps need", factor <= rendered, f"{factor:.2f} times the data, rendered {rendered:.2f}")
    kept.keep(source, _FILE)
    return position


def next_night(scene, report, source, kept):
    """What a backup leaves in the staging area takes no room from the next one."""
    report.equal("a backup leaves its extracted copy behind" if scene.tenant.archive() else "a backup leaves nothing behind",
                 [each.name for each in source.staging.iterdir()], ["full"] if scene.tenant.archive() else [])  # fmt: skip
    return back_up(scene, report, source, kept)


def write_and_archive(scene, kept, word, left=None):
    """A row whose log is closed and archived, and one whose log is not closed yet."""
    primary = scene.instances[0]
    primary.tell([f"INSERT INTO wordpress.moments (word) VALUES ('{word}')"])
    _next_second()
    closing.run(primary)
    if left:
        primary.tell([f"INSERT INTO wordpress.moments (word) VALUES ('{left}')"])
    else:
        _next_second()
        closing.run(primary)
    kept.take(primary)


def now():
    return int(time.time())


def accident(scene, report, kept, position):
    """Rows before a moment, rows after it, and a table dropped; gives the moment and what the database held then."""
    primary = scene.instances[0]
    for number in range(3):
        primary.tell([f"INSERT INTO wordpress.moments (word) VALUES ('before {number}')", "UPDATE wordpress.wp_posts SET post_content = 'edited' WHERE ID = 7"])
        closing.run(primary)
    kept.take(primary)
    primary.tell(["INSERT INTO wordpress.moments (word) VALUES ('last before')"])
    rows = held(primary)
    # A recovery has whole seconds, and leaves out the one that it is given.
    _next_second()
    moment = _next_second()
    primary.tell(["INSERT INTO wordpress.moments (word) VALUES ('after')", "DROP TABLE wordpress.wp_posts"])
    report.equal("the log of the accident is not in the archive yet", reach(kept, position, moment), "unreachable")
    _next_second()
    closing.run(primary)
    kept.take(primary)
    report.equal("the log is there, but no later one: a strict recovery is refused", reach(kept, position, moment), "unreachable")
    closing.run(primary)
    kept.take(primary)
    report.equal("with the next closed log it goes", reach(kept, position, moment), "reached")
    return moment, rows


def recover(scene, report, kept, position, target, life):
    """New instances, each filled from the backup; then the logs up to the target, on the primary."""
    instances = [scene.instance(index, life) for index in range(scene.tenant.instances())]
    for each in instances:
        kept.fetch(each, _FILE)
        with staging.Watch(each.staging) as watch:
            each.alone(operators.restore(_FILE))
        data = (each.staging / _FILE).stat().st_size
        print(f"        {'':11}recovery of {data >> 20} MiB: the staging area held {watch.most / data:.2f} times the data")
        # The operator removes the claim of a recovery; the next backup has another one.
        each.alone("rm -rf /backup/*")
    for each in scene.instances:
        each.forget()
    scene.instances[:] = instances
    for each in instances:
        each.start()
    if not scene.tenant.replication():
        return
    found = [(each.data / "mariadb-operator.info").read_text().split()[-1] for each in instances]
    report.equal("each instance knows the position of its backup", found, [position] * len(instances))
    scene.connect(instances, found)
    _replay(scene, report, kept, position, target)


def _replay(scene, report, kept, position, target):
    primary = scene.instances[0]
    chosen = kept.timeline(logs.Position.of(position), target)
    paths = kept.lay(primary, chosen)
    primary.tell(["SET GLOBAL gtid_strict_mode=0"])
    until = datetime.datetime.fromtimestamp(target, datetime.timezone.utc).strftime("%Y-%m-%d %H:%M:%S")
    begin = time.monotonic()
    primary.shell(operators.replay(position, until, paths))
    primary.tell(["SET GLOBAL gtid_strict_mode=1"])
    print(f"        {'':11}{len(paths)} logs replayed in {time.monotonic() - begin:.1f} s")
    for replica in scene.instances[1:]:
        report.holds("the replica of the recovered primary is in step", replica.reaches(primary.variable("gtid_binlog_pos")), str(replica.replica_state()))


def compare(scene, report, rows, what):
    """All rows of all tables, on every instance."""
    for instance in scene.instances:
        report.equal(f"{what}: instance {instance.index} holds the rows of that moment and no other", held(instance), rows)


def one_table(scene, report):
    """What a person most often wants back, by the page's own programs: one table of a copy, into a database that has lost it."""
    database = scene.instances[0]
    rows = held(database)
    database.shell(f"export MARIADB_ROOT_PASSWORD=; {page.take_out()} > /tmp/wp_posts.sql")
    database.tell(["DROP TABLE wordpress.wp_posts"])
    database.shell(f"export MARIADB_ROOT_PASSWORD=; {page.put_in()} < /tmp/wp_posts.sql")
    report.equal("one table comes back by the page's commands", held(database), rows)


def reach(kept, position, moment):
    """Whether a strict recovery gets from a backup to a moment."""
    try:
        kept.timeline(logs.Position.of(position), moment)
        return "reached"
    except logs.Unreachable:
        return "unreachable"


def held(instance):
    """Checksums of the tables of WordPress."""
    names = [row[0] for row in instance.query("SELECT table_name FROM information_schema.tables WHERE table_schema = 'wordpress' ORDER BY 1")]
    return [row for name in names for row in instance.query(f"CHECKSUM TABLE wordpress.{name} EXTENDED")]


def _next_second():
    """Waits for the beginning of the next second and gives it."""
    now = time.time()
    time.sleep(1.02 - now % 1)
    return int(time.time())
