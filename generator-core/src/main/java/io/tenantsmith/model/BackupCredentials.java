package io.tenantsmith.model;

import java.util.Optional;

/** Whose the keys to the store of backups are. */
public enum BackupCredentials implements Labelled {
  /** One pair for all tenants of a cluster. */
  SHARED,
  /** Each tenant has its own pair. */
  TENANT;

  /** The kind of that word. */
  public static Optional<BackupCredentials> of(String label) {
    for (BackupCredentials credentials : values()) {
      if (credentials.label().equals(label)) {
        return Optional.of(credentials);
      }
    }
    return Optional.empty();
  }
}
