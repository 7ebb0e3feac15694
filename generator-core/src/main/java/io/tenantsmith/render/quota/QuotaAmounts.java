package io.tenantsmith.render.quota;

import io.fabric8.kubernetes.api.model.Quantity;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cluster.StorageClasses;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.render.Demand.Containers;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The amounts of a tenant's ResourceQuota: what it needs, rounded up. Custom kinds are not counted:
 * the first object of such a kind is refused until the quota controller knows it.
 */
record QuotaAmounts(Need need, Unlimited unlimited, StorageClasses classes) {

  private static final String OF_CLASS = ".storageclass.storage.k8s.io/requests.storage";

  SortedMap<String, Quantity> hard() {
    SortedMap<String, Quantity> hard = new TreeMap<>();
    addCounts(hard);
    if (!unlimited.cpu()) {
      hard.put("requests.cpu", cores(need.cpu(Containers::request)));
      hard.put("limits.cpu", cores(need.cpu(Containers::limit)));
    }
    if (!unlimited.memory()) {
      hard.put("requests.memory", gibibytes(need.memory(Containers::request)));
      hard.put("limits.memory", gibibytes(need.memory(Containers::limit)));
    }
    if (!unlimited.storage()) {
      addStorage(hard);
    }
    return hard;
  }

  private void addCounts(SortedMap<String, Quantity> hard) {
    hard.put("pods", withSpare(need.pods()));
    hard.put("services", withSpare(need.total().services()));
    hard.put("secrets", withSpare(need.total().secrets()));
    hard.put("configmaps", withSpare(need.total().configMaps()));
    hard.put("persistentvolumeclaims", count(need.claims() + 1));
    hard.put("count/jobs.batch", count(20));
    hard.put("count/cronjobs.batch", count(5));
    hard.put("services.loadbalancers", count(0));
    hard.put("services.nodeports", count(0));
  }

  private void addStorage(SortedMap<String, Quantity> hard) {
    hard.put("requests.storage", exactly(need.storage(claim -> true)));
    if (classes.shared().equals(classes.single())) {
      hard.put(classes.single() + OF_CLASS, exactly(need.storage(claim -> true)));
      return;
    }
    hard.put(classes.shared() + OF_CLASS, exactly(need.storage(claim -> claim.shared())));
    hard.put(classes.single() + OF_CLASS, exactly(need.storage(claim -> !claim.shared())));
  }

  /** A quarter more. */
  private static Quantity withSpare(long need) {
    return count((need * 5 + 3) / 4);
  }

  private static Quantity count(long number) {
    return new Quantity(Long.toString(number));
  }

  private static Quantity cores(Cpu cpu) {
    return count(up(cpu.milli(), 1000));
  }

  private static Quantity gibibytes(Bytes bytes) {
    return exactly(Bytes.ofGibi(up(bytes.count(), Bytes.GI)));
  }

  private static Quantity exactly(Bytes bytes) {
    return bytes.count() == 0 ? count(0) : new Quantity(bytes.text());
  }

  private static long up(long amount, long unit) {
    return (amount + unit - 1) / unit;
  }
}
