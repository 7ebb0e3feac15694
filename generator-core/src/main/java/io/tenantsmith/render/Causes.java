package io.tenantsmith.render;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Origin;
import io.tenantsmith.model.ResolvedTenant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Collects the input places that made a file what it is. */
public final class Causes {

  /** Highest layer first; in a layer, a place before a whole file, then by position. */
  private static final Comparator<Origin> MOST_SPECIFIC_FIRST =
      Comparator.comparing(Origin::layer, Collections.reverseOrder())
          .thenComparing(origin -> origin.range().isWholeFile())
          .thenComparing(Origin::range);

  private Causes() {}

  /** The places that set these keys, then the tenant's own file; values no file states are none. */
  public static List<Origin> of(ResolvedTenant tenant, List<Key<?>> keys) {
    List<Origin> origins = new ArrayList<>(keys.size() + 1);
    origins.add(new Origin(Layer.TENANT, SourceRange.ofFile(tenant.file())));
    for (Key<?> key : keys) {
      tenant.settings().find(key).ifPresent(setting -> add(origins, setting.origin()));
    }
    origins.sort(MOST_SPECIFIC_FIRST);
    return origins;
  }

  /** The file that tenants share. */
  public static List<Origin> fleet(SourceRange place) {
    return List.of(new Origin(Layer.FLEET, place));
  }

  private static void add(List<Origin> origins, Origin origin) {
    if (origin.layer() != Layer.BUILT_IN && !origins.contains(origin)) {
      origins.add(origin);
    }
  }
}
