package io.tenantsmith.planning.danger;

import io.tenantsmith.objects.Node;

/** Kinds of backups, and where they state what counts. */
enum BackupForm {
  /** A copy of the database's files, made by its operator. */
  DATABASE("PhysicalBackup", "the backup of the database", "maxRetention", "suspend"),
  /** The binary logs of the database, archived as they are closed. */
  ARCHIVE("PointInTimeRecovery", "the archive of changes between backups", "", ""),
  /** A copy of a whole namespace with its files. */
  NAMESPACE("Schedule", "the backup of files and objects", "ttl", "paused");

  private final String kind;
  private final String title;
  private final String retention;
  private final String pause;

  BackupForm(String kind, String title, String retention, String pause) {
    this.kind = kind;
    this.title = title;
    this.retention = retention;
    this.pause = pause;
  }

  String kind() {
    return kind;
  }

  /** What it is, as the subject of a sentence. */
  String title() {
    return title;
  }

  /** Whether backups are made; a template without a schedule makes none by itself. */
  boolean isRunning(Node backup) {
    boolean there = !backup.get("kind").isMissing();
    return switch (this) {
      case DATABASE -> there && !schedule(backup).isMissing() && !pause(backup).is(true);
      case ARCHIVE -> there;
      case NAMESPACE -> there && !pause(backup).is(true);
    };
  }

  Node retention(Node backup) {
    return this == NAMESPACE
        ? backup.at("spec", "template", retention)
        : backup.at("spec", retention);
  }

  Node schedule(Node backup) {
    return this == NAMESPACE
        ? backup.at("spec", "schedule")
        : backup.at("spec", "schedule", "cron");
  }

  Node pause(Node backup) {
    return switch (this) {
      case DATABASE -> backup.at("spec", "schedule", pause);
      case ARCHIVE -> backup;
      case NAMESPACE -> backup.at("spec", pause);
    };
  }

  /** What is backed up: the database, or the namespaces. */
  String subject(Node backup) {
    return switch (this) {
      case DATABASE -> backup.at("spec", "mariaDbRef", "name").text();
      case ARCHIVE -> "";
      case NAMESPACE -> String.valueOf(backup.at("spec", "template", "includedNamespaces").value());
    };
  }
}
