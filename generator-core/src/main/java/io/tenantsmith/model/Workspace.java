package io.tenantsmith.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All inputs of a run, bound. After this nobody sees YAML.
 *
 * @param fleet null if fleet.yaml could not be bound
 * @param tiers by file, sorted
 * @param templates by file, sorted
 * @param tenants by file, sorted; one whose file is not written yet comes last, so that what it
 *     shares with others is its mistake
 * @param tenantsFolder folder of the tenants' files, relative to the fleet's root
 * @param published what is published of the fleet
 */
public record Workspace(
    @Nullable Fleet fleet,
    List<Tier> tiers,
    List<Template> templates,
    List<Tenant> tenants,
    String tenantsFolder,
    PublishedOutput published) {

  /** Copies the lists. */
  public Workspace {
    tiers = List.copyOf(tiers);
    templates = List.copyOf(templates);
    tenants = List.copyOf(tenants);
  }

  /** The same inputs against another output. */
  public Workspace against(PublishedOutput published) {
    return new Workspace(fleet, tiers, templates, tenants, tenantsFolder, published);
  }

  /** The same inputs with one more tenant. */
  public Workspace with(Tenant newcomer) {
    List<Tenant> more = new ArrayList<>(tenants);
    more.add(newcomer);
    return new Workspace(fleet, tiers, templates, more, tenantsFolder, published);
  }

  /** The same inputs with other tenants. */
  public Workspace only(List<Tenant> some) {
    return new Workspace(fleet, tiers, templates, some, tenantsFolder, published);
  }

  /** Name of the cluster of a tenant: the one that it states, or the only one; else empty. */
  public String clusterOf(Tenant tenant) {
    Sourced<String> stated = tenant.placement().cluster();
    if (stated != null) {
      return stated.value();
    }
    return fleet != null && fleet.clusters().size() == 1
        ? fleet.clusters().get(0).name().value()
        : "";
  }

  /** The tier of that name. */
  public Optional<Tier> tier(String name) {
    return tiers.stream().filter(t -> t.fileStem().equals(name)).findFirst();
  }

  /** The template of that name. */
  public Optional<Template> template(String name) {
    return templates.stream().filter(t -> t.fileStem().equals(name)).findFirst();
  }
}
