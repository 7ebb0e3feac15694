package io.tenantsmith.model;

/** Where a value can come from, lowest first: a later layer wins. */
public enum Layer {
  BUILT_IN("built-in"),
  FLEET("fleet"),
  TEMPLATE("template"),
  TIER("tier"),
  ROLLOUT("roll-out"),
  TENANT("tenant");

  private final String label;

  Layer(String label) {
    this.label = label;
  }

  /** The word as printed. */
  public String label() {
    return label;
  }
}
