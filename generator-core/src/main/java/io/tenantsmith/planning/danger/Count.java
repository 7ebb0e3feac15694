package io.tenantsmith.planning.danger;

/** Numbers with the word for what is counted. */
final class Count {

  private Count() {}

  /** For instance {@code 1 volume}, {@code 2 volumes}. */
  static String of(long number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }
}
