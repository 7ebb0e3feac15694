package io.tenantsmith.render.database;

import io.tenantsmith.model.Bytes;

/**
 * What the nightly backup needs, at the most, while it runs.
 *
 * @param staging size of the volume on which it is put together
 * @param hours how long it may take
 */
record BackupRoom(Bytes staging, long hours) {

  /** The stream and the compressed file beside it: 1.4 times the data was measured. */
  private static final long TENTHS_ALONE = 15;

  /** These, and all that is extracted for the archive of the binary log: 2.4 times. */
  private static final long TENTHS_WITH_ARCHIVE = 25;

  private static final long HOURS_OF_ANY = 2;

  /** It is copied, extracted, compressed by one thread and sent within an hour. */
  private static final long STORAGE_OF_AN_HOUR = 50 * Bytes.GI;

  /**
   * The backup of a database.
   *
   * @param storage size of the database's volume, which may be full
   * @param archived whether its binary log is archived
   */
  static BackupRoom of(Bytes storage, boolean archived) {
    long tenths = archived ? TENTHS_WITH_ARCHIVE : TENTHS_ALONE;
    return new BackupRoom(
        Bytes.ofGibi(up(storage.count() * tenths, 10 * Bytes.GI)),
        HOURS_OF_ANY + up(storage.count(), STORAGE_OF_AN_HOUR));
  }

  /** As Go prints a duration: an operator that rewrites it changes nothing. */
  String timeout() {
    return hours + "h0m0s";
  }

  /** How many units hold an amount. */
  private static long up(long amount, long unit) {
    return (amount + unit - 1) / unit;
  }
}
