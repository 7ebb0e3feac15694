package io.tenantsmith.render.database;

import io.tenantsmith.model.Bytes;
import java.util.Locale;

/** The server's configuration: fixed but for what follows from its memory and the web pods. */
record MyCnf(Bytes ram, int connections) {

  private static final long LARGEST_LOG = 1024;

  String text() {
    return String.format(
        Locale.ROOT,
        """
        [mariadb]
        bind-address=*
        default_storage_engine=InnoDB
        binlog_format=row
        innodb_autoinc_lock_mode=2
        innodb_buffer_pool_size=%dM
        innodb_log_file_size=%dM
        character-set-server=utf8mb4
        collation-server=utf8mb4_unicode_520_ci
        max_connections=%d
        max_allowed_packet=256M
        max_binlog_size=256M
        slow_query_log=1
        long_query_time=2
        """,
        sixteenths(11),
        Math.min(sixteenths(2), LARGEST_LOG),
        connections);
  }

  /** Parts of the memory in the server's {@code M}, which is a mebibyte. */
  private long sixteenths(int parts) {
    return ram.count() * parts / 16 / Bytes.MI;
  }
}
