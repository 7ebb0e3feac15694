package io.tenantsmith.model;

/**
 * One file of tiers/templates/, as written.
 *
 * @param file path relative to the fleet's root
 * @param name the stated name; the file name if that could not be read
 */
public record Template(String file, Sourced<String> name, Values values) {

  /** The name according to the file name. */
  public String fileStem() {
    return FileNames.stem(file);
  }
}
