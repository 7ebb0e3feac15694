"""Rendered databases on a real MariaDB: how logs are closed, synced and expire, TLS, a switch of the primary, and a recovery to a point in time.

What is real: MariaDB's server, mariadb-backup, mariadb-binlog and mariadb-dump (Debian's packages), PHP's client. What they are told comes from
the rendered objects of a tenant: myCnf, the texts of its ConfigMaps, the fields of replication, users and grants, compression and staging.

What stands in: the operator. What it makes of a field (its own configuration files, the statements for a replica and for a new primary, the steps
of a backup and of a recovery) is written in operators.py as read in the source of mariadb-operator 26.6.0. A folder stands in for the bucket,
so neither S3 nor its encryption is tried. Memory is smaller than rendered; nothing else is.
"""
