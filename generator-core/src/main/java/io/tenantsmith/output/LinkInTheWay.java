package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import java.io.IOException;

/** A managed path leads through a symbolic link, which could point anywhere. */
public final class LinkInTheWay extends IOException {

  private static final long serialVersionUID = 1L;

  private final String path;

  LinkInTheWay(RelativePath path) {
    super(path + " is a symbolic link");
    this.path = path.value();
  }

  /** Where the link is, below the output folder. */
  public String path() {
    return path;
  }
}
