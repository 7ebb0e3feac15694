package io.tenantsmith.explain;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.demand.PeakDemand;
import io.tenantsmith.demand.Pods;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.objects.Amount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How an amount of a quota comes about: what each object takes at its most, and how it is rounded.
 */
final class QuotaWords {

  private static final int NAMED = 8;

  private QuotaWords() {}

  /**
   * The words for an amount of a quota.
   *
   * @param resource for instance {@code requests.cpu}
   */
  static String of(ExplainedPart part, String resource) {
    Map<String, Amount> takers = new LinkedHashMap<>();
    List<ObjectValues> objects =
        part.files().own().stream()
            .flatMap(file -> file.objects().stream())
            .map(ObjectValues::of)
            .toList();
    PeakDemand.of(
        part.namespace(),
        objects,
        Pods.of(objects),
        (object, taken, amount) -> {
          if (taken.equals(resource) && amount.milli() > 0) {
            takers.merge(object.kind() + "/" + object.name(), amount, Amount::plus);
          }
        });
    if (takers.isEmpty()) {
      return resource + " is the same for every tenant";
    }
    boolean active = part.settings().get(TenantKeys.STATE) == TenantState.ACTIVE;
    return "at their most, "
        + sum(takers, resource)
        + (resource.equals("configmaps") ? ", and 1 of every namespace" : "")
        + rounding(resource)
        + (active
            ? ""
            : "; of a tenant that is not active at least what it needs as an active one");
  }

  private static String sum(Map<String, Amount> takers, String resource) {
    Amount all = takers.values().stream().reduce(Amount.ZERO, Amount::plus);
    List<Map.Entry<String, Amount>> largest =
        takers.entrySet().stream()
            .sorted(Map.Entry.<String, Amount>comparingByValue().reversed())
            .toList();
    String named =
        largest.stream()
            .limit(NAMED)
            .map(taker -> taker.getKey() + " " + text(taker.getValue(), resource))
            .collect(Collectors.joining(", "));
    int more = largest.size() - NAMED;
    return named
        + (more > 0 ? " and " + more + " more objects" : "")
        + " take "
        + text(all, resource);
  }

  private static String text(Amount amount, String resource) {
    boolean bytes = resource.endsWith("memory") || resource.endsWith("storage");
    return bytes ? amount.binary() : amount.decimal();
  }

  private static String rounding(String resource) {
    if (resource.endsWith("cpu")) {
      return ", rounded up to whole cores";
    }
    if (resource.endsWith("memory")) {
      return ", rounded up to whole Gi";
    }
    if (resource.equals("persistentvolumeclaims")) {
      return ", and one to spare";
    }
    return resource.endsWith("storage") ? "" : ", and a quarter to spare";
  }
}
