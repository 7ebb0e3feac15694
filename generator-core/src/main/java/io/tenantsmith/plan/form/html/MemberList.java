package io.tenantsmith.plan.form.html;

import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.ChangedTenant;
import io.tenantsmith.plan.form.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tenants of a group: the first five, and all others folded, by cluster and tier. */
final class MemberList {

  private static final int FIRST = 5;

  private MemberList() {}

  static List<Part> of(ChangeGroup group) {
    List<ChangedTenant> tenants = group.tenants();
    if (tenants.size() < 2) {
      return List.of();
    }
    List<Part> parts = new ArrayList<>();
    parts.add(Element.of("h4", Counted.of(tenants.size()) + " tenants"));
    List<ChangedTenant> first = tenants.subList(0, Math.min(FIRST, tenants.size()));
    parts.add(Element.of("p", Shown.text(ids(first))));
    if (tenants.size() > FIRST) {
      String words = "Show all " + Counted.of(tenants.size()) + ", by cluster and tier";
      parts.add(
          Element.of(
              "details.folded", Element.of("summary", words), Element.of("dl", places(tenants))));
    }
    return parts;
  }

  private static List<Part> places(List<ChangedTenant> tenants) {
    Map<String, List<ChangedTenant>> places =
        tenants.stream()
            .collect(
                Collectors.groupingBy(
                    tenant -> tenant.cluster() + ", " + tenant.tier(),
                    TreeMap::new,
                    Collectors.toList()));
    List<Part> parts = new ArrayList<>();
    places.forEach(
        (place, members) -> {
          String words = place + " (" + Counted.of(members.size()) + ")";
          parts.add(Element.of("dt", Shown.text(words)));
          parts.add(Element.of("dd", Shown.text(ids(members))));
        });
    return parts;
  }

  private static String ids(List<ChangedTenant> tenants) {
    return tenants.stream().map(ChangedTenant::id).collect(Collectors.joining(", "));
  }
}
