package io.tenantsmith.inspection;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.BackupKeys;
import io.tenantsmith.model.ClusterKeys;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.MailKeys;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.objects.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Nothing that a tenant's data goes to is in another region than its cluster: no such place names
 * one, and no other text does but in what somebody chose for other reasons, for instance a display
 * name or a host.
 */
final class ResidencyRule implements OutputRule {

  /** What is fetched, or asked for secrets: no data of a tenant goes there. */
  private static final Set<String> FETCHED = Set.of("image", "server");

  /** What is chosen as a place for data, so that its name says something. */
  private static final Set<Key<?>> PLACES =
      Set.of(
          BackupKeys.BUCKET,
          BackupKeys.ENDPOINT,
          BackupKeys.REGION,
          BackupKeys.VELERO_LOCATION,
          MailKeys.HOST,
          ClusterKeys.SHARED_CLASS,
          ClusterKeys.SINGLE_CLASS,
          ClusterKeys.SNAPSHOT_CLASS,
          TenantKeys.PATCHES);

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    for (Place place : output.places(Trait.REGION)) {
      if (place.node().value() instanceof String text && !FETCHED.contains(place.node().key())) {
        foreign(place, text, output)
            .ifPresent(region -> report.accept(finding(place, region, output)));
      }
    }
  }

  private static Optional<String> foreign(Place place, String text, TenantOutput output) {
    if (isSigned(place.node()) && text.equals(output.tenant().cluster().backup().region())) {
      return Optional.empty();
    }
    if (!KeyBook.isDestination(place.node().key())) {
      return output.regions().knownIn(text).isEmpty()
          ? Optional.empty()
          : output.regions().knownIn(withoutChosen(text, output));
    }
    return output.regions().foreignIn(text);
  }

  /**
   * Whether it is the region for which requests to a store are signed: a field of that name, or a
   * variable. A store of one's own may call its region as it likes; a rule on the input knows
   * which.
   */
  private static boolean isSigned(Node node) {
    return node.key().equals("region")
        || (node.key().equals("value") && node.beside("name").text().endsWith("_REGION"));
  }

  /** Longest first, since one may be a part of another. */
  private static String withoutChosen(String text, TenantOutput output) {
    List<String> chosen = new ArrayList<>();
    for (Key<?> key : output.tenant().settings().keys()) {
      if (!PLACES.contains(key)) {
        output.tenant().settings().find(key).map(Setting::value).ifPresent(v -> add(v, chosen));
      }
    }
    chosen.sort(Comparator.comparing(String::length).reversed());
    String rest = text;
    for (String each : chosen) {
      // Names of objects are made of hosts, without their dots.
      rest = rest.replace(each, "_").replace(each.replace('.', '-'), "_");
    }
    return rest;
  }

  private static void add(Object value, List<String> texts) {
    if (value instanceof Collection<?> items) {
      items.forEach(item -> add(item, texts));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(item -> add(item, texts));
    } else {
      String text = value.toString();
      if (text.indexOf('-') >= 0) {
        texts.add(text);
      }
    }
  }

  private static Finding finding(Place place, String region, TenantOutput output) {
    String own = output.tenant().cluster().region().value();
    return place.finding(
        Code.OBJ620,
        Quoted.quote(region) + " is another region than the cluster's, " + Quoted.quote(own),
        "name a place in " + own + ": data must not leave it");
  }
}
