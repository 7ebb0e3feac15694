package io.tenantsmith.bind;

import io.tenantsmith.model.Form;

/** How a node of each form is read. */
final class Readings {

  private Readings() {}

  /** The reading of a form. */
  @SuppressWarnings("unchecked") // each form is read as the type that it names
  static <T> Reading<T> of(Form<T> form) {
    return (Reading<T>) reading(form);
  }

  private static Reading<?> reading(Form<?> form) {
    if (form instanceof Form.Text<?> text) {
      return text(text);
    }
    if (form instanceof Form.Word<?> word) {
      return Scalars.word(word.words());
    }
    if (form instanceof Form.Items<?> items) {
      return Lists.of(of(items.item()));
    }
    if (form instanceof Form.Places<?> places) {
      return Lists.of(Lists.sourced(of(places.item())));
    }
    return form instanceof Form.AtMost<?> limit ? limit(limit) : simple((Form.Simple<?>) form);
  }

  private static <T> Reading<T> text(Form.Text<T> text) {
    return Scalars.checked(text.code(), text.check());
  }

  private static <T extends Comparable<T>> Reading<?> limit(Form.AtMost<T> limit) {
    return Quantities.limit(of(limit.amount()));
  }

  private static Reading<?> simple(Form.Simple<?> form) {
    return switch (form.kind()) {
      case PLAIN -> Scalars.TEXT;
      case FLAG -> Scalars.BOOLEAN;
      case WHOLE -> Scalars.INTEGER;
      case DECIMAL -> Scalars.DECIMAL;
      case CPU -> Quantities.CPU;
      case CORES -> Quantities.CORES;
      case MEMORY -> Quantities.MEMORY;
      case STORAGE -> Quantities.STORAGE;
      case GIBI -> Quantities.GIBI;
      case GIBI_STORAGE -> Quantities.GIBI_STORAGE;
      case COUNT -> Quantities.COUNT_LIMIT;
      case TEXTS -> Lists.TEXTS;
      case PLUGIN -> Lists.PLUGIN;
      case PLUGINS -> Lists.PLUGINS;
      case PATCHES -> Patches.ALL;
    };
  }
}
