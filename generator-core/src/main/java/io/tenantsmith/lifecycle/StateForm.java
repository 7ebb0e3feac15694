package io.tenantsmith.lifecycle;

/** In which form a tenant has a concern: what its state leaves of what an active tenant has. */
public enum StateForm {
  /** As an active tenant has it. */
  OPEN,
  /** Nobody comes in and nothing new is written, but all data is live. */
  CLOSED,
  /** Only what holds data, or what it cannot be read without; protected from pruning. */
  KEPT,
  /** The same, no longer protected: the next commit may take it away. */
  RELEASED;

  /** Whether all of it is rendered, and not only what holds data. */
  public boolean isWhole() {
    return this == OPEN || this == CLOSED;
  }

  /** Whether what holds data has the marks by which nothing deletes it. */
  public boolean isMarked() {
    return this != RELEASED;
  }
}
