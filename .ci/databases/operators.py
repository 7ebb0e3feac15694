"""What mariadb-operator makes of the rendered fields, as read in its source at 26.6.0; nothing of it can be run here."""

NAME = "mariadb"
CONFIGURATION = "/etc/mysql/conf.d"
REPLICATION = "/etc/mysql/mariadb.conf.d"
KEYS = "/etc/pki"
FIRST_SERVER_ID = 10
_WAIT_POINTS = {"AfterSync": "AFTER_SYNC", "AfterCommit": "AFTER_COMMIT"}
_USER = "repl"


def host(namespace, index):
    """The name by which one instance reaches another."""
    return f"{NAME}-{index}.{NAME}-internal.{namespace}.svc.cluster.local"


def configuration(spec, index):
    """The files of an instance, by path: defaults, the rendered text, TLS, replication."""
    files = {
        f"{CONFIGURATION}/0-default.cnf": "[mariadb]\nskip-name-resolve\ntemp-pool\nignore_db_dirs = 'lost+found'\n",
        f"{CONFIGURATION}/my.cnf": spec["myCnf"],
    }
    if spec.get("tls", {}).get("enabled"):
        required = "true" if spec["tls"].get("required") else "false"
        files[f"{CONFIGURATION}/tls.cnf"] = (
            f"[mariadb]\nssl_cert = {KEYS}/server.crt\nssl_key = {KEYS}/server.key\nssl_ca = {KEYS}/ca.crt\n"
            f"require_secure_transport = {required}\ntls_version = TLSv1.3\n"
        )
    if spec.get("replication", {}).get("enabled"):
        files[f"{REPLICATION}/replication.cnf"] = _replication(spec["replication"], index)
    return files


def _replication(fields, index):
    lines = ["[mariadb]", "log_bin", f"log_basename={NAME}"]
    if fields.get("gtidStrictMode"):
        lines.append("gtid_strict_mode")
    if fields.get("semiSyncEnabled"):
        lines += ["rpl_semi_sync_master_enabled=ON", "rpl_semi_sync_slave_enabled=ON"]
        if "semiSyncWaitPoint" in fields:
            lines.append(f"rpl_semi_sync_master_wait_point={_WAIT_POINTS[fields['semiSyncWaitPoint']]}")
    lines.append(f"server_id={FIRST_SERVER_ID + index}")
    if "syncBinlog" in fields:
        lines.append(f"sync_binlog={fields['syncBinlog']}")
    return "\n".join(lines) + "\n"


def leave_replication():
    """Statements for a replica that becomes the primary; the last one may be refused, and is then passed over."""
    return ["STOP ALL SLAVES", "RESET SLAVE ALL", "SET @@global.gtid_slave_pos=''"]


def make_primary(password):
    return [
        "SET GLOBAL read_only=0",
        f"CREATE OR REPLACE USER {_USER}@'%' IDENTIFIED BY '{password}'",
        f"GRANT REPLICATION REPLICA ON *.* TO {_USER}@'%'",
    ]


def make_replica(primary, password, position, follow):
    """Statements for a replica that is at a position. The archive needs its logs, so they are not reset."""
    return [
        "STOP ALL SLAVES",
        *([f"SET @@global.gtid_slave_pos='{position}'"] if position else []),
        "SET GLOBAL read_only=1",
        f"CHANGE MASTER TO MASTER_SSL=1, MASTER_SSL_CERT='{KEYS}/client.crt', MASTER_SSL_KEY='{KEYS}/client.key', MASTER_SSL_CA='{KEYS}/ca.crt',"
        f" MASTER_SSL_VERIFY_SERVER_CERT=1, MASTER_HOST='{primary}', MASTER_PORT=3306, MASTER_USER='{_USER}', MASTER_PASSWORD='{password}',"
        f" MASTER_USE_GTID={follow}",
        "START SLAVE",
    ]


def backup(is_replica, file):
    """The first program of a backup's pod."""
    more = "--slave-info --safe-slave-backup" if is_replica else ""
    return f"mariadb-backup --user=root --backup --stream=xbstream --databases-exclude='lost+found' {more} > /backup/{file}"


def backup_position(file):
    """The second program, where logs are archived: the whole stream is laid out to read one line."""
    return f"""rm -rf /backup/full && mkdir -p /backup/full
        mbstream -x -C /backup/full < /backup/{file}
        cp /backup/full/mariadb_backup_binlog_info /backup/full/mariadb-operator.info"""


def compress(file):
    """The third program compresses beside the stream, then takes its place."""
    return f"gzip < /backup/{file} > /backup/{file}.tmp && rm /backup/{file} && mv /backup/{file}.tmp /backup/{file}"


def restore(file):
    """How an instance is filled: the compressed file was fetched to the staging area."""
    return f"""rm -rf /backup/full && mkdir -p /backup/full
        gunzip < /backup/{file}.gz > /backup/{file}
        mbstream -x -C /backup/full < /backup/{file}
        mariadb-backup --prepare --target-dir=/backup/full
        mariadb-backup --copy-back --target-dir=/backup/full --force-non-empty-directories
        if [ -f /backup/full/mariadb_backup_binlog_info ]; then
            cp /backup/full/mariadb_backup_binlog_info /var/lib/mysql/mariadb-operator.info
        fi"""


def replay(position, until, files):
    """What is run once all instances are there, against the primary; gtid_strict_mode is off meanwhile."""
    return f'TZ=UTC mariadb-binlog --start-position="{position}" --stop-datetime="{until}" {" ".join(files)} | mariadb --user=root'
