package io.tenantsmith.plan;

import java.util.List;

/**
 * What can go wrong with one change.
 *
 * @param object the object that changes
 * @param path the field that changes; empty for the whole object
 * @param text what happens, in a sentence without a full stop
 */
public record Danger(DangerKind kind, ObjectName object, List<String> path, String text) {

  /** Copies the path. */
  public Danger {
    path = List.copyOf(path);
  }
}
