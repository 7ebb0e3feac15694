package io.tenantsmith.inspection;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Regions;
import io.tenantsmith.model.Requests;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges what is rendered for a tenant by all output rules. For one thread. */
public final class Inspection {

  private final Fleet fleet;
  private final Neighbours neighbours;

  /**
   * An inspection of tenants of a fleet.
   *
   * @param tenants all tenants, since none may name another
   */
  public Inspection(Fleet fleet, Collection<ResolvedTenant> tenants) {
    this(fleet, tenants, true);
  }

  /**
   * An inspection of tenants of a fleet.
   *
   * @param remembers whether it remembers what it found in a tenant; this only affects speed
   */
  Inspection(Fleet fleet, Collection<ResolvedTenant> tenants, boolean remembers) {
    this.fleet = fleet;
    // Unlike an immutable one, a HashSet compares hashes before names, which all begin alike.
    Set<String> namespaces =
        tenants.stream()
            .map(ResolvedTenant::namespace)
            .collect(Collectors.toCollection(HashSet::new));
    Glossary glossary = new Glossary(fleet.namespacePrefix().value());
    Map<String, Regions> regions = new HashMap<>();
    fleet.clusters().forEach(c -> regions.put(c.name().value(), Regions.of(c, fleet)));
    this.neighbours = new Neighbours(namespaces, regions, glossary, new Spots(glossary, remembers));
  }

  /** The diagnostics of a tenant's artifacts, at the inputs that caused them. */
  public List<Diagnostic> of(ResolvedTenant tenant, List<Artifact> artifacts) {
    return inspected(tenant, artifacts).diagnostics();
  }

  /** The same with what the artifacts' objects take, which is computed on the way. */
  public Inspected inspected(ResolvedTenant tenant, List<Artifact> artifacts) {
    List<KubernetesObject> objects =
        artifacts.stream().flatMap(artifact -> artifact.objects().stream()).toList();
    TenantOutput output = new TenantOutput(tenant, fleet, objects, neighbours);
    FindingPlaces places = new FindingPlaces(artifacts);
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (OutputRule rule : OutputRuleBook.RULES) {
      rule.inspect(
          output,
          finding ->
              diagnostics.add(mentioningPatches(finding.diagnostic(places.of(finding)), tenant)));
    }
    return new Inspected(diagnostics, output.demand().requests());
  }

  /**
   * Mentions patches in a diagnostic: what is wrong with one object may be caused by a patch of
   * another.
   */
  private static Diagnostic mentioningPatches(Diagnostic found, ResolvedTenant tenant) {
    Diagnostic diagnostic = found;
    List<SourceRange> patches =
        tenant.settings().find(TenantKeys.PATCHES).map(Setting::value).orElse(List.of()).stream()
            .map(Sourced::range)
            .toList();
    if (patches.contains(diagnostic.range())) {
      return diagnostic;
    }
    for (SourceRange patch : patches) {
      diagnostic = diagnostic.withRelated("patched at", patch);
    }
    return diagnostic;
  }

  /**
   * What is said of a tenant's artifacts.
   *
   * @param diagnostics at the inputs that caused them
   * @param requests what the objects request at their peak
   */
  public record Inspected(List<Diagnostic> diagnostics, Requests requests) {

    /** Copies the list. */
    public Inspected {
      diagnostics = List.copyOf(diagnostics);
    }
  }
}
