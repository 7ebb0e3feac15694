package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.demand.PeakDemand;
import io.tenantsmith.demand.Pod;
import io.tenantsmith.demand.Pods;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Regions;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.ForeignPods;
import io.tenantsmith.render.KubernetesObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** All that is rendered of one tenant. */
final class TenantOutput {

  private final ResolvedTenant tenant;
  private final String namespace;
  private final String id;
  private final Fleet fleet;
  private final List<ForeignPods> foreign;
  private final Set<String> neighbours;
  private final Regions regions;
  private final List<ObjectValues> values;
  private final Map<String, List<ObjectValues>> own;
  private final List<String> groups;
  private final KeyBook keys;
  private final Survey survey;
  private final List<Pod> pods;
  private final PeakDemand demand;
  private final List<Reference> references;
  private final KnownObjects known;

  /**
   * Walks through its objects once, for all rules.
   *
   * @param objects in the order of files and of objects in them
   * @param neighbours all tenants
   */
  TenantOutput(
      ResolvedTenant tenant, Fleet fleet, List<KubernetesObject> objects, Neighbours neighbours) {
    this.tenant = tenant;
    this.namespace = tenant.namespace();
    this.id = tenant.id().value();
    this.fleet = fleet;
    this.foreign = ForeignPods.of(fleet, tenant.cluster());
    this.neighbours = neighbours.namespaces();
    this.regions =
        Objects.requireNonNull(neighbours.regions().get(tenant.cluster().name().value()));
    this.values = objects.stream().map(ObjectValues::of).toList();
    this.own = own(values, namespace);
    String group = "tenant-" + id;
    this.groups = List.of(group + "-admins", group + "-users", group + "-viewers");
    this.keys = neighbours.glossary().keys();
    this.survey = Survey.of(values, neighbours.spots());
    this.pods = Pods.of(values);
    this.demand = PeakDemand.of(namespace, values, pods);
    this.references = References.of(survey);
    this.known = KnownObjects.of(this);
  }

  ResolvedTenant tenant() {
    return tenant;
  }

  /** The tenant's namespace. */
  String namespace() {
    return namespace;
  }

  /** The tenant's id. */
  String id() {
    return id;
  }

  Fleet fleet() {
    return fleet;
  }

  /** Pods outside of the output that its policies may name. */
  List<ForeignPods> foreign() {
    return foreign;
  }

  /** What is known of keys. */
  KeyBook keys() {
    return keys;
  }

  /** Namespaces of all other tenants, perhaps also of this one. */
  Set<String> neighbours() {
    return neighbours;
  }

  /** Regions as the tenant's cluster knows them. */
  Regions regions() {
    return regions;
  }

  /** The tenant's groups in the identity provider. */
  List<String> groups() {
    return groups;
  }

  /** The places with that trait, in the order of objects. */
  List<Place> places(Trait trait) {
    return survey.places(trait);
  }

  /** The objects and the way into them. */
  List<ObjectValues> values() {
    return values;
  }

  /** Objects of one kind in the tenant's namespace. */
  List<ObjectValues> own(String kind) {
    return own.getOrDefault(kind, List.of());
  }

  /** All objects in the tenant's namespace. */
  List<ObjectValues> own() {
    return values.stream().filter(o -> o.namespace().equals(namespace)).toList();
  }

  private static Map<String, List<ObjectValues>> own(List<ObjectValues> values, String namespace) {
    Map<String, List<ObjectValues>> own = new HashMap<>();
    for (ObjectValues object : values) {
      if (object.namespace().equals(namespace)) {
        own.computeIfAbsent(object.kind(), kind -> new ArrayList<>()).add(object);
      }
    }
    return own;
  }

  /** What all of it takes at its peak. */
  PeakDemand demand() {
    return demand;
  }

  /** What runs, also what operators let run. */
  List<Pod> pods() {
    return pods;
  }

  /** All that objects name. */
  List<Reference> references() {
    return references;
  }

  /** What can be named. */
  KnownObjects known() {
    return known;
  }
}
