package io.tenantsmith.source;

import java.util.Set;

/** What an input folder is for. */
enum FolderKind {
  TENANTS,
  TIERS,
  TEMPLATES;

  /** What people put into any folder. */
  private static final Set<String> DOCUMENTS =
      Set.of("README", "README.md", "CODEOWNERS", "OWNERS");

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
    return DOCUMENTS.contains(name) || (this == TENANTS && name.equals("pom.xml"));
  }
}
