package io.tenantsmith.model;

/**
 * An image reference in its parts.
 *
 * @param repository registry, folders and name
 * @param tag empty if there is none
 * @param digest with its algorithm; empty if there is none
 */
public record ImageName(String repository, String tag, String digest) {

  /** The name without registry and folders. */
  public String last() {
    return repository.substring(repository.lastIndexOf('/') + 1);
  }
}
