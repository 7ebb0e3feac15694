package io.tenantsmith.planning;

import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.plan.Fate;
import java.util.Comparator;
import java.util.List;

/**
 * The order of a plan's groups: tenants before shared files, what is dangerous first, then what is
 * removed, then what concerns most.
 */
final class WorstFirst {

  private static final List<Fate> FATES = List.of(Fate.REMOVED, Fate.CHANGED, Fate.ADDED);

  private static final List<DangerKind> KINDS = List.of(DangerKind.values());

  static final Comparator<ChangeGroup> ORDER =
      Comparator.comparing((ChangeGroup group) -> group.scope().shared())
          .thenComparing(WorstFirst::worst)
          .thenComparing(group -> FATES.indexOf(group.scope().fate()))
          .thenComparing(group -> -group.tenants().size())
          .thenComparing(WorstFirst::first);

  private WorstFirst() {}

  private static int worst(ChangeGroup group) {
    return group.dangers().isEmpty() ? KINDS.size() : KINDS.indexOf(group.dangers().get(0).kind());
  }

  private static String first(ChangeGroup group) {
    return group.tenants().isEmpty() ? group.scope().cluster() : group.tenants().get(0).id();
  }
}
