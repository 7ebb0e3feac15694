package io.tenantsmith.model;

/** Names of input files. */
public final class FileNames {

  private FileNames() {}

  /** The last segment without its ending: {@code acme} for {@code tenants/acme.yaml}. */
  public static String stem(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
