package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.SourceRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where values come from, or what moves a field.
 *
 * @param subject whose values they are
 * @param values the values that were asked for
 * @param ends the objects in which the value ends; only of one value
 * @param field the field that was asked for; then there are no values
 */
public record ExplainResult(
    FleetSize fleet, Subject subject, List<Value> values, List<End> ends, @Nullable Field field)
    implements FleetResult {

  /** Copies the lists. */
  public ExplainResult {
    values = List.copyOf(values);
    ends = List.copyOf(ends);
  }

  /** The field that was asked for. */
  public Optional<Field> asked() {
    return Optional.ofNullable(field);
  }

  @Override
  public CommandName command() {
    return CommandName.EXPLAIN;
  }

  @Override
  public <T> T printedBy(Printer<T> printer) {
    return printer.explained(this);
  }

  /**
   * A tenant or a cluster.
   *
   * @param kind {@code tenant} or {@code cluster}
   * @param place its file, or where it stands in fleet.yaml
   */
  public record Subject(String kind, String name, SourceRange place) {}

  /**
   * Who set something.
   *
   * @param layer for instance {@code tier}, or {@code built-in}
   * @param range null where no file states it
   */
  public record Origin(String layer, @Nullable SourceRange range) {

    /** The place, if a file states it. */
    public Optional<SourceRange> place() {
      return Optional.ofNullable(range);
    }
  }

  /**
   * An effective value.
   *
   * @param key its path, for instance {@code resources.cpu_limit}
   * @param text the value as text; without credentials
   * @param documents the kinds of files that may state it; none if it only follows from others
   */
  public record Value(String key, String text, Source source, List<String> documents) {

    /** Copies the list. */
    public Value {
      documents = List.copyOf(documents);
    }
  }

  /**
   * How a value came to be.
   *
   * @param origin who set it; of one that follows from others, the place that decides
   * @param also further places that contribute, for instance an entry of a lower layer
   * @param from paths of the values that it follows from, the one that decides first
   * @param formula how it follows from them, with the numbers put in; empty if it is stated
   * @param overridden what lost, highest layer first
   */
  public record Source(
      Origin origin,
      List<SourceRange> also,
      List<String> from,
      String formula,
      List<Overridden> overridden) {

    /** Copies the lists. */
    public Source {
      also = List.copyOf(also);
      from = List.copyOf(from);
      overridden = List.copyOf(overridden);
    }
  }

  /** A value that lost, and who had set it. */
  public record Overridden(String text, Origin origin) {}

  /**
   * An object that a value reaches.
   *
   * @param object as {@code Deployment/wordpress}
   * @param file where it is rendered, in the output folder
   * @param fields paths of its fields, those that the value leaves out included
   */
  public record End(String object, String file, List<String> fields) {

    /** Copies the list. */
    public End {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A field of an object.
   *
   * @param path as the object has it, for instance {@code spec.containers[wordpress].image}
   * @param text its value as text, null if it is left out
   * @param movers what moves it, the strongest first; none if the tool alone decides
   * @param formula how it is computed, in words with the numbers put in; one sentence a line
   */
  public record Field(
      Holder object, String path, @Nullable String text, List<Mover> movers, List<String> formula) {

    /** Copies the lists. */
    public Field {
      movers = List.copyOf(movers);
      formula = List.copyOf(formula);
    }

    /** Its value; empty if it is left out. */
    public Optional<String> value() {
      return Optional.ofNullable(text);
    }
  }

  /**
   * The object of a field.
   *
   * @param name as {@code Deployment/wordpress}
   * @param file where it is rendered, in the output folder
   * @param template the tool's template, with the line of the field if that is known; empty if
   *     there is none
   */
  public record Holder(String name, String namespace, String file, String template) {}

  /** How a setting moves a field. */
  public enum Role {
    /** It is a patch of the tenant. */
    PATCH,
    /** The field's value is made of it. */
    VALUE,
    /** It decides whether the field is there, or which of several values it has. */
    CONDITION,
    /** It decides whether the object is there, or what its name is. */
    OBJECT,
    /** It decides whose values count, as a tier's name does. */
    CHOICE;

    /** The word as printed. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A setting that moves a field.
   *
   * @param owner the tenant whose setting it is, where an object is of several tenants; else empty
   * @param through the values in between that follow from it, the last of which the field shows
   */
  public record Mover(Role role, String owner, Value value, List<String> through) {

    /** Copies the list. */
    public Mover {
      through = List.copyOf(through);
    }
  }
}
