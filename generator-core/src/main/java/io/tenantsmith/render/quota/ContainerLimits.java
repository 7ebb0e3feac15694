package io.tenantsmith.render.quota;

import io.fabric8.kubernetes.api.model.LimitRangeItem;
import io.fabric8.kubernetes.api.model.LimitRangeSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The LimitRange: values for containers that state none, since a quota refuses them, also those of
 * operators; and the largest container and volume, which are the database's.
 */
record ContainerLimits(Need need, Unlimited unlimited) {

  LimitRangeSpec spec() {
    return new LimitRangeSpec(List.of(container(), claim()));
  }

  private LimitRangeItem container() {
    LimitRangeItem item = new LimitRangeItem();
    item.setType("Container");
    item.setDefault(size("500m", "512Mi"));
    item.setDefaultRequest(size("50m", "128Mi"));
    item.setMin(size("10m", "16Mi"));
    SortedMap<String, Quantity> max = new TreeMap<>();
    if (!unlimited.cpu()) {
      max.put("cpu", new Quantity(need.largestCpu().text()));
    }
    if (!unlimited.memory()) {
      max.put("memory", new Quantity(need.largestMemory().text()));
    }
    item.setMax(max);
    return item;
  }

  private LimitRangeItem claim() {
    LimitRangeItem item = new LimitRangeItem();
    item.setType("PersistentVolumeClaim");
    item.setMin(storage("1Gi"));
    if (!unlimited.storage()) {
      item.setMax(storage(need.largestClaim().text()));
    }
    return item;
  }

  private static SortedMap<String, Quantity> size(String cpu, String memory) {
    SortedMap<String, Quantity> size = new TreeMap<>();
    size.put("cpu", new Quantity(cpu));
    size.put("memory", new Quantity(memory));
    return size;
  }

  private static SortedMap<String, Quantity> storage(String amount) {
    SortedMap<String, Quantity> storage = new TreeMap<>();
    storage.put("storage", new Quantity(amount));
    return storage;
  }
}
