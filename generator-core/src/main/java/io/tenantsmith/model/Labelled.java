package io.tenantsmith.model;

import java.util.Locale;

/** A value that is one of a few words. */
public interface Labelled {

  /** Its name in Java. */
  String name();

  /** The word in files and output. */
  default String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
