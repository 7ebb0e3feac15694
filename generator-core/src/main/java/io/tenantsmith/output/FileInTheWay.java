package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import java.io.IOException;

/** Where a folder has to be, there is something else. */
public final class FileInTheWay extends IOException {

  private static final long serialVersionUID = 1L;

  private final String path;

  FileInTheWay(RelativePath path) {
    super(path + " is no folder");
    this.path = path.value();
  }

  /** Where it is, below the root. */
  public String path() {
    return path;
  }
}
