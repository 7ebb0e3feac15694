"""What is rendered is what the running server says of itself."""

from databases import operators

# Given smaller to the test's servers, or an address of their own.
_OTHERWISE = {"innodb_buffer_pool_size", "innodb_log_file_size", "bind_address"}
_UNITS = {"K": 1 << 10, "M": 1 << 20, "G": 1 << 30}
_WORDS = {"on": "1.0", "true": "1.0", "off": "0.0", "false": "0.0"}


def active(scene, report):
    """Also a setting that this server does not know, and one that a later file overrides, would show."""
    for instance in scene.instances:
        wrong = []
        for name, value in scene.tenant.settings().items():
            name = name.removeprefix("loose_")
            seen = _said(instance.variable(name))
            if name not in _OTHERWISE and seen != _said(value):
                wrong.append(f"{name} is {seen}, not {value}")
        report.holds(f"instance {instance.index} runs with every rendered setting", not wrong, "; ".join(wrong))


def replication(scene, report):
    """The fields of the object are those of the server, by way of the file that the operator writes."""
    fields = scene.tenant.replication()
    for instance in scene.instances:
        seen = {name: instance.variable(name) for name in ("gtid_strict_mode", "sync_binlog", "rpl_semi_sync_master_wait_point", "log_bin")}
        wanted = {"gtid_strict_mode": "1", "sync_binlog": "1", "rpl_semi_sync_master_wait_point": "AFTER_SYNC", "log_bin": "1"}
        report.equal(f"instance {instance.index} syncs its log and waits before others read", seen, wanted)
    primary, replica = scene.instances[:2]
    state = replica.replica_state()
    seen = {name: state.get(name) for name in ("Slave_IO_Running", "Slave_SQL_Running", "Master_SSL_Verify_Server_Cert", "Using_Gtid")}
    wanted = {"Slave_IO_Running": "Yes", "Slave_SQL_Running": "Yes", "Master_SSL_Verify_Server_Cert": "Yes", "Using_Gtid": "Current_Pos"}
    report.equal("the replica follows over verified TLS", seen, wanted)
    primary.tell(["CREATE TABLE wordpress.settled (id INT PRIMARY KEY)"])
    report.equal("commits wait for a replica", primary.value("SHOW STATUS LIKE 'Rpl_semi_sync_master_status'").split("\t")[0], "Rpl_semi_sync_master_status")
    report.equal("  and the replica says so", primary.query("SHOW STATUS LIKE 'Rpl_semi_sync_master_status'")[0][1], "ON")
    report.equal("server ids are the operator's", replica.variable("server_id"), str(operators.FIRST_SERVER_ID + 1))
    report.holds("failover is asked for, so any instance may be the primary", fields["primary"]["autoFailover"])


def _said(value):
    """One spelling for numbers with a unit, switches and lists."""
    text = str(value).lower()
    if text in _WORDS:
        return _WORDS[text]
    if text[:-1].isdigit() and text[-1].upper() in _UNITS:
        return str(float(int(text[:-1]) * _UNITS[text[-1].upper()]))
    try:
        return str(float(text))
    except ValueError:
        return text
