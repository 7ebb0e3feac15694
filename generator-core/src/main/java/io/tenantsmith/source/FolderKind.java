package io.tenantsmith.source;

/** What an input folder is for. */
enum FolderKind {
  TENANTS,
  TIERS,
  TEMPLATES;

  /** Whether a subfolder is known to be there for something else. */
  boolean expectsFolder(String name) {
    return switch (this) {
      case TENANTS -> name.equals("target");
      case TIERS -> name.equals("templates");
      case TEMPLATES -> false;
    };
  }

  /** Whether a file is known to be there for something else. */
  boolean expectsFile(String name) {
    return this == TENANTS && name.equals("pom.xml");
  }
}
