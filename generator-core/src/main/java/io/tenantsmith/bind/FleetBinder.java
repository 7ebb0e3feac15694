package io.tenantsmith.bind;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.ClusterKeys;
import io.tenantsmith.model.Document;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.FleetKeys;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds fleet.yaml. */
final class FleetBinder {

  private final String file;
  private final Fields root;

  FleetBinder(String file, Fields root) {
    this.file = file;
    this.root = root;
  }

  /** The fleet; null if a part is missing from which all other names are made. */
  @Nullable Fleet bind() {
    // All parts are read before deciding, so that every mistake is reported.
    Values own = Slot.read(Document.FLEET, root);
    List<Values> clusters = clusters();
    Values defaults = Slot.read(Document.DEFAULTS, root.below("defaults"));
    if (own.get(FleetKeys.NAME).isEmpty()
        || own.get(FleetKeys.DOMAIN).isEmpty()
        || clusters.isEmpty()) {
      return null;
    }
    return Fleet.of(stated(own, clusters), clusters, defaults);
  }

  private Values stated(Values own, List<Values> clusters) {
    SourceRange whole = SourceRange.ofFile(file);
    Values.Builder values = Values.builder().putAll(own);
    values.put(FleetKeys.FILE, new Sourced<>(file, whole));
    Sourced<List<String>> names =
        root.sourced(
            "clusters", (node, diagnostics) -> clusters.stream().map(FleetBinder::name).toList());
    if (names != null) {
      values.put(FleetKeys.CLUSTERS, names);
    }
    return values.build();
  }

  private List<Values> clusters() {
    List<Values> clusters = new ArrayList<>();
    for (Fields fields : root.items("clusters")) {
      Values cluster = Slot.read(Document.CLUSTER, fields);
      if (cluster.get(ClusterKeys.NAME).isPresent()
          && cluster.get(ClusterKeys.REGION).isPresent()) {
        clusters.add(cluster);
      }
    }
    return clusters;
  }

  private static String name(Values cluster) {
    return cluster.get(ClusterKeys.NAME).map(Sourced::value).orElseThrow();
  }
}
