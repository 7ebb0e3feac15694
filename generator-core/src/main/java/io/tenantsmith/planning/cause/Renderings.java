package io.tenantsmith.planning.cause;

/**
 * Counts what is rendered to find causes. A plan of very many different changes must not render
 * each of them again and again: beyond a limit, all statements that can be the cause are named.
 */
public final class Renderings {

  private static final int LIMIT = 1_000;

  private int spent;

  /** One more. */
  void spend() {
    spent++;
  }

  /** Whether more may be rendered to tell causes apart. */
  boolean isLeft() {
    return spent < LIMIT;
  }

  /** How many were made. */
  public int spent() {
    return spent;
  }
}
