-- Run by each instance of the database when it starts, before anybody connects. What an instance does by
-- itself is neither written to the binary log nor replicated: a replica may not write events of its own
-- (gtid_strict_mode), and does not run those that it was sent.
SET SESSION sql_log_bin = 0;

-- The archive takes closed binary logs only, so one is closed this often. LOCAL keeps the statement itself
-- out of the log. An instance without a binary log has nothing to close.
CREATE OR REPLACE DEFINER = 'root'@'localhost' EVENT mysql.close_binary_log
  ON SCHEDULE EVERY 15 MINUTE
  DO FLUSH LOCAL BINARY LOGS;

-- Slow queries are kept in a table, since nobody rotates a file; it starts afresh when it is full.
CREATE OR REPLACE DEFINER = 'root'@'localhost' EVENT mysql.forget_slow_queries
  ON SCHEDULE EVERY 1 HOUR
  DO BEGIN SET SESSION sql_log_bin = 0; IF (SELECT COUNT(*) FROM mysql.slow_log) > 10000 THEN TRUNCATE TABLE mysql.slow_log; END IF; END;
