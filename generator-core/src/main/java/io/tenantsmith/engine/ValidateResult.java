package io.tenantsmith.engine;

/** What {@code validate} found in order. */
public record ValidateResult(FleetSize fleet) implements CommandResult {

  @Override
  public CommandName command() {
    return CommandName.VALIDATE;
  }

  @Override
  public <T> T printedBy(Printer<T> printer) {
    return printer.validated(this);
  }
}
