package io.tenantsmith.engine;

/**
 * The result of {@code check}.
 *
 * @param output the output folder, relative to the fleet's root
 * @param files what {@code generate} would do
 * @param current whether the output is current
 */
public record CheckResult(
    FleetSize fleet, String output, Rendering rendering, FileChanges files, boolean current)
    implements FleetResult {

  @Override
  public CommandName command() {
    return CommandName.CHECK;
  }

  @Override
  public <T> T printedBy(Printer<T> printer) {
    return printer.checked(this);
  }
}
