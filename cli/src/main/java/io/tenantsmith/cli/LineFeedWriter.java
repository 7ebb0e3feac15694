package io.tenantsmith.cli;

import java.io.PrintWriter;
import java.io.Writer;

/** Ends lines with a line feed on every system, so that a report has the same bytes everywhere. */
final class LineFeedWriter extends PrintWriter {

  LineFeedWriter(Writer out) {
    super(out, false);
  }

  @Override
  public void println() {
    write('\n');
  }
}
