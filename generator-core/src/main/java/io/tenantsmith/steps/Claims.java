package io.tenantsmith.steps;

import io.tenantsmith.engine.StepPlan.Item;
import io.tenantsmith.model.PublishedFacts.Fixed;
import io.tenantsmith.model.PublishedTenant;
import java.util.ArrayList;
import java.util.List;

/** The volumes of a tenant: those that are rendered, and those of the database. */
public final class Claims {

  static final String KIND = "PersistentVolumeClaim";

  private Claims() {}

  /** All of them, as far as an index remembers those that no file has. */
  public static List<Item> of(TenantObjects objects, PublishedTenant tenant) {
    List<Item> claims = new ArrayList<>();
    objects.ofKind(KIND).forEach(claim -> claims.add(Departures.item(claim)));
    claims.addAll(ofDatabase(tenant));
    return List.copyOf(claims);
  }

  /** Those that the database's operator makes, one for each instance. */
  static List<Item> ofDatabase(PublishedTenant tenant) {
    return tenant.remembered().known().map(Claims::ofDatabase).orElse(List.of());
  }

  private static List<Item> ofDatabase(Fixed fixed) {
    List<Item> claims = new ArrayList<>();
    for (int i = 0; i < fixed.instances(); i++) {
      String name = "storage-mariadb-" + i;
      String size = fixed.database().text();
      claims.add(new Item(KIND, fixed.namespace(), name, size, fixed.single()));
    }
    return claims;
  }
}
