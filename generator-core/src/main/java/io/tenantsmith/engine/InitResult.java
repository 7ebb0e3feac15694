package io.tenantsmith.engine;

import java.util.List;

/**
 * What {@code init} did.
 *
 * @param dryRun whether the files are only listed
 * @param files what it writes, sorted; what was there is kept
 * @param next the commands that come next
 */
public record InitResult(boolean dryRun, List<NewFile> files, List<String> next)
    implements CommandResult {

  /** Copies the lists. */
  public InitResult {
    files = List.copyOf(files);
    next = List.copyOf(next);
  }

  @Override
  public CommandName command() {
    return CommandName.INIT;
  }

  @Override
  public <T> T printedBy(Printer<T> printer) {
    return printer.began(this);
  }
}
