package io.tenantsmith.output;

import java.io.IOException;

/** Somebody else has written a file since it was read. */
public final class ChangedMeanwhile extends IOException {

  private static final long serialVersionUID = 1L;

  ChangedMeanwhile() {
    super("the file was changed in between");
  }
}
