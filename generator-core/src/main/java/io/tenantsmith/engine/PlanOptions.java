package io.tenantsmith.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code plan} compares with and how it shows it.
 *
 * @param base what to compare with
 * @param view how much is shown
 * @param files where forms are written beside the one that is shown, relative to the fleet's root;
 *     the ending of each name says in which form
 * @param detailedExit whether changes are an outcome of their own
 */
public record PlanOptions(Against base, View view, List<String> files, boolean detailedExit) {

  /** Everything chosen by the tool. */
  public static final PlanOptions NONE =
      new PlanOptions(
          new Against(null, null, null),
          new View(Form.TEXT.label(), Depth.BRIEF),
          List.of(),
          false);

  /** Copies the list. */
  public PlanOptions {
    files = List.copyOf(files);
  }

  /**
   * What to compare with.
   *
   * @param name {@code published}, {@code output} or a commit of the inputs; null to choose
   * @param repository of what is published, a path or URL; null for what fleet.yaml states
   * @param branch of what is published; null for what fleet.yaml states
   */
  public record Against(
      @Nullable String name, @Nullable String repository, @Nullable String branch) {

    /** The base that somebody named. */
    public Optional<String> given() {
      return Optional.ofNullable(name);
    }

    /** Where what is published is to be found. */
    public PublishOptions target() {
      return new PublishOptions(repository, branch, PublishOptions.Permits.NONE);
    }
  }

  /** The forms of a plan. */
  public enum Form {
    /** For a terminal. */
    TEXT("txt"),
    /** For a comment of a pull request. */
    MARKDOWN("md"),
    /** For programs. */
    JSON("json"),
    /** For a browser. */
    HTML("html");

    private final String ending;

    Form(String ending) {
      this.ending = ending;
    }

    /** The name as users write it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** All names. */
    public static List<String> labels() {
      return Stream.of(values()).map(Form::label).toList();
    }

    /** The endings of files in them, each with its dot. */
    public static List<String> endings() {
      return Stream.of(values()).map(form -> "." + form.ending).toList();
    }

    /** The form of that name. */
    public static Optional<Form> named(String name) {
      return Stream.of(values()).filter(form -> form.label().equals(name)).findFirst();
    }

    /** The form of a file, if its ending names one. */
    public static Optional<Form> ofFile(String name) {
      return Stream.of(values()).filter(form -> name.endsWith("." + form.ending)).findFirst();
    }
  }

  /** How much a text says. */
  public enum Depth {
    /** A line or few for each group of tenants. */
    BRIEF,
    /** The fields of each group, too. */
    FIELDS,
    /** Every object and field. */
    FULL;

    /** The deepest of those that are asked for. */
    public static Depth of(boolean fields, boolean full) {
      if (full) {
        return FULL;
      }
      return fields ? FIELDS : BRIEF;
    }
  }

  /**
   * What is shown.
   *
   * @param form name of the form
   * @param depth how much a text says
   */
  public record View(String form, Depth depth) {}
}
