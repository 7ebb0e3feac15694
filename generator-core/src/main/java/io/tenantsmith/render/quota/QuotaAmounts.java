package io.tenantsmith.render.quota;

import io.tenantsmith.demand.PeakDemand;
import io.tenantsmith.model.StorageClasses;
import io.tenantsmith.objects.Amount;
import java.util.SortedMap;
import java.util.TreeMap;

/** The amounts of a tenant's quota and limits: what it needs, rounded up. */
record QuotaAmounts(PeakDemand demand, Unlimited unlimited, StorageClasses classes) {

  private static final String OF_CLASS = ".storageclass.storage.k8s.io/requests.storage";
  private static final long GIBI = 1L << 30;

  /** The amounts of the ResourceQuota, by resource. */
  SortedMap<String, String> hard() {
    SortedMap<String, String> hard = new TreeMap<>();
    addCounts(hard);
    if (!unlimited.cpu()) {
      hard.put("requests.cpu", cores("requests.cpu"));
      hard.put("limits.cpu", cores("limits.cpu"));
    }
    if (!unlimited.memory()) {
      hard.put("requests.memory", gibibytes("requests.memory"));
      hard.put("limits.memory", gibibytes("limits.memory"));
    }
    addStorage(hard);
    return hard;
  }

  /**
   * The same of a tenant of which nothing runs: counts of what git may hold and storage stay, since
   * the commit by which it comes back is tried against them.
   */
  SortedMap<String, String> atRest() {
    SortedMap<String, String> hard = new TreeMap<>();
    addCounts(hard);
    hard.put("pods", "0");
    addStorage(hard);
    return hard;
  }

  /** Maximum for one container. */
  SortedMap<String, String> largestContainer() {
    SortedMap<String, String> max = new TreeMap<>();
    if (!unlimited.cpu()) {
      max.put("cpu", demand.largestContainer("cpu").decimal());
    }
    if (!unlimited.memory()) {
      max.put("memory", demand.largestContainer("memory").binary());
    }
    return max;
  }

  private void addCounts(SortedMap<String, String> hard) {
    for (String counted : new String[] {"pods", "services", "secrets", "configmaps"}) {
      hard.put(counted, withSpare(count(counted)));
    }
    hard.put("persistentvolumeclaims", Long.toString(count("persistentvolumeclaims") + 1));
    hard.put("count/jobs.batch", "20");
    hard.put("count/cronjobs.batch", "5");
    hard.put("services.loadbalancers", "0");
    hard.put("services.nodeports", "0");
  }

  /** A quarter more. */
  private static String withSpare(long need) {
    return Long.toString((need * 5 + 3) / 4);
  }

  private String cores(String resource) {
    return Long.toString(up(sum(resource).milli(), 1000));
  }

  private String gibibytes(String resource) {
    return Amount.of(up(sum(resource).milli() / 1000, GIBI) * GIBI).binary();
  }

  private long count(String resource) {
    return sum(resource).milli() / 1000;
  }

  private Amount sum(String resource) {
    return demand.share(resource).sum();
  }

  private void addStorage(SortedMap<String, String> hard) {
    if (!unlimited.storage()) {
      addStorage("requests.storage", hard);
      addStorage(classes.shared() + OF_CLASS, hard);
      addStorage(classes.single() + OF_CLASS, hard);
    }
  }

  private void addStorage(String resource, SortedMap<String, String> hard) {
    hard.put(resource, sum(resource).binary());
  }

  private static long up(long amount, long unit) {
    return (amount + unit - 1) / unit;
  }
}
