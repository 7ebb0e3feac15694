package io.tenantsmith.inspection;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges what is rendered of a tenant by all output rules. */
public final class Inspection {

  private final Fleet fleet;
  private final Neighbours neighbours;

  /**
   * An inspection of tenants of a fleet.
   *
   * @param tenants all of them, since none may name another
   */
  public Inspection(Fleet fleet, Collection<ResolvedTenant> tenants) {
    this.fleet = fleet;
    Set<String> namespaces =
        tenants.stream().map(ResolvedTenant::namespace).collect(Collectors.toUnmodifiableSet());
    this.neighbours = new Neighbours(namespaces, new Glossary(fleet.namespacePrefix().value()));
  }

  /** What is wrong with the artifacts of a tenant, at the inputs that caused it. */
  public List<Diagnostic> of(ResolvedTenant tenant, List<Artifact> artifacts) {
    List<KubernetesObject> objects =
        artifacts.stream().flatMap(artifact -> artifact.objects().stream()).toList();
    TenantOutput output = new TenantOutput(tenant, fleet, objects, neighbours);
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (OutputRule rule : OutputRuleBook.RULES) {
      rule.inspect(
          output,
          finding -> diagnostics.add(told(finding.diagnostic(cause(finding, artifacts)), tenant)));
    }
    return diagnostics;
  }

  /** What is wrong with one object may be the fault of a patch of another. */
  private static Diagnostic told(Diagnostic found, ResolvedTenant tenant) {
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
   * The input that decides about what was found: that of the field, or that of its file, where the
   * field is constant or but a part of one value, or a patch changed the object.
   */
  private static SourceRange cause(Finding finding, List<Artifact> artifacts) {
    Artifact artifact =
        artifacts.stream()
            .filter(each -> each.objects().stream().anyMatch(o -> o == finding.object()))
            .findFirst()
            .orElseThrow();
    String pointer = finding.place().pointer();
    return Stream.concat(
            artifact.origins().at(finding.object().ref(), pointer).stream()
                .filter(origin -> !origin.isOnlyPart(pointer))
                .flatMap(origin -> origin.places().stream()),
            artifact.causes().stream())
        .findFirst()
        .orElseThrow()
        .range();
  }
}
