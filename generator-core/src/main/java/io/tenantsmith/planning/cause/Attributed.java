package io.tenantsmith.planning.cause;

import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.statement.Statement;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A change whose causes are known.
 *
 * @param causes the strongest first
 * @param objects the objects that differ; each value names its causes
 * @param named the statements among the causes
 */
public record Attributed(
    List<Cause> causes, List<ObjectChange> objects, SortedSet<Statement> named) {

  /** Copies the collections. */
  public Attributed {
    causes = List.copyOf(causes);
    objects = List.copyOf(objects);
    named = Collections.unmodifiableSortedSet(new TreeSet<>(named));
  }
}
