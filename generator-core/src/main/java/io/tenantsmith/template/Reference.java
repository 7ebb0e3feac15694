package io.tenantsmith.template;

import io.tenantsmith.diagnostic.SourceRange;
import java.util.List;

/** A use of a named value by a template. */
public final class Reference {

  private final String name;
  private final NamedValue value;
  private final SourceRange place;
  private final int hops;
  private final int slot;

  Reference(NameInScope found, SourceRange place) {
    this.name = found.name();
    this.value = found.value();
    this.hops = found.hops();
    this.slot = found.slot();
    this.place = place;
  }

  /** The value's name; the name of a row's column is {@code plugins[].name}. */
  public String name() {
    return name;
  }

  /** Where the template names it. */
  public SourceRange place() {
    return place;
  }

  NamedValue value() {
    return value;
  }

  int slot() {
    return slot;
  }

  /** A part of the value, which has its own slot at this distance. */
  Reference part(NamedValue part, int slotsBehind) {
    return new Reference(new NameInScope(name, part, hops, slot + slotsBehind), place);
  }

  Object in(Frame frame) {
    return frame.outwards(hops).values().value(this);
  }

  /** How the value is written wherever it is; empty if that depends on the place. */
  String wordIn(Frame frame) {
    return frame.outwards(hops).values().word(this);
  }

  boolean holdsIn(Frame frame) {
    return (Boolean) in(frame);
  }

  /** Each row in a frame of its own. */
  List<Frame> framesIn(Frame frame) {
    return ((List<?>) in(frame)).stream().map(row -> new Frame((Evaluated) row, frame)).toList();
  }

  IllegalStateException failure(String fact) {
    return new IllegalStateException(place.display() + ": the value " + name + " " + fact);
  }

  @Override
  public String toString() {
    return name;
  }
}
