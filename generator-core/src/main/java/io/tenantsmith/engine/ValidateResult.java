package io.tenantsmith.engine;

/** The result of {@code validate}: inputs without an error. */
public record ValidateResult(FleetSize fleet) implements FleetResult {

  @Override
  public CommandName command() {
    return CommandName.VALIDATE;
  }

  @Override
  public <T> T printedBy(Printer<T> printer) {
    return printer.validated(this);
  }
}
