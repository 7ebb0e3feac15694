package io.tenantsmith.output;

import java.io.IOException;

/** Another run writes the same output folder, or has just done so. */
public final class AnotherRunException extends IOException {

  private static final long serialVersionUID = 1L;

  AnotherRunException() {
    super("another run is writing the output folder");
  }
}
