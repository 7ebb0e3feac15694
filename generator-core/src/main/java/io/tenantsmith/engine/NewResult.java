package io.tenantsmith.engine;

import java.util.List;

/**
 * What {@code new} made.
 *
 * @param file the tenant's file, relative to the fleet's root
 * @param text what it holds
 * @param written whether it was written; a dry run shows it only
 * @param next what to run next, in order
 */
public record NewResult(
    FleetSize fleet, String file, String text, boolean written, List<String> next)
    implements FleetResult {

  /** Copies the list. */
  public NewResult {
    next = List.copyOf(next);
  }

  @Override
  public CommandName command() {
    return CommandName.NEW;
  }

  @Override
  public <T> T printedBy(Printer<T> printer) {
    return printer.drafted(this);
  }
}
