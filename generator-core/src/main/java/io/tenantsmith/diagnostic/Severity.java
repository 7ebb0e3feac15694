package io.tenantsmith.diagnostic;

/** How serious a diagnostic is; only an error stops a run. */
public enum Severity {
  ERROR("error"),
  WARNING("warning"),
  NOTE("note");

  private final String label;

  Severity(String label) {
    this.label = label;
  }

  /** The word as printed. */
  public String label() {
    return label;
  }
}
