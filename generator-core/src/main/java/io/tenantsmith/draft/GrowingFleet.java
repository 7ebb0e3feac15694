package io.tenantsmith.draft;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.engine.NewTenant;
import io.tenantsmith.engine.Progress;
import io.tenantsmith.engine.RenderedFleet;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.TenantField;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Template;
import io.tenantsmith.model.Tier;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.run.Inputs;
import io.tenantsmith.run.JudgedFleet;
import io.tenantsmith.run.LoadedFleet;
import io.tenantsmith.tier.Expansion;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A fleet that gets one more tenant; read once, however often the tenant's text changes. */
public final class GrowingFleet {

  private static final String SCHEMA = "schema/tenant.schema.json";

  private final Request request;
  private final Inputs inputs;
  private final LoadedFleet loaded;
  private final List<Diagnostic> diagnostics;
  private final String head;

  private GrowingFleet(Request request, Inputs inputs) {
    this.request = request;
    this.inputs = inputs;
    this.loaded = inputs.read();
    this.diagnostics =
        JudgedFleet.mistakes(loaded).stream().filter(d -> !inputs.isOfNoTenant(d)).toList();
    this.head = head(request);
  }

  /** Reads the fleet. */
  public static GrowingFleet read(Request request, Progress progress) {
    return new GrowingFleet(request, new Inputs(request, progress, List.of()));
  }

  /** The fleet without the tenant. */
  public LoadedFleet loaded() {
    return loaded;
  }

  /** What is wrong with it; that it has no tenant yet is not. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Whether something must be mended before a tenant can be added. */
  public boolean isBroken() {
    return fleet().isEmpty() || diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /** What tenants share, if it could be bound. */
  public Optional<Fleet> fleet() {
    return Optional.ofNullable(loaded.workspace().fleet());
  }

  /** The fleet with the tenant. */
  public TenantDraft with(NewTenant tenant) {
    DraftText text = DraftText.of(head, tenant);
    String file = file(tenant);
    return new TenantDraft(
        tenant, file, text, inputs.with(loaded, new RenderedFleet.Draft(file, text.text())));
  }

  /** What is wrong with one field of a tenant. */
  List<Diagnostic> mistakes(NewTenant tenant, TenantField field) {
    return with(tenant).mistakes(field, Set.copyOf(diagnostics));
  }

  /** Whether there is something at the place of the tenant's file. */
  public boolean hasFile(NewTenant tenant) {
    String file = file(tenant);
    return loaded.workspace().tenants().stream().anyMatch(known -> known.file().equals(file))
        || Files.exists(request.directory().resolve(file), LinkOption.NOFOLLOW_LINKS);
  }

  /** Names of the tiers, sorted. */
  List<String> tiers() {
    return loaded.workspace().tiers().stream().map(Tier::fileStem).sorted().toList();
  }

  /** Names of the templates, sorted. */
  List<String> templates() {
    return loaded.workspace().templates().stream().map(Template::fileStem).sorted().toList();
  }

  /** The regions in which clusters are, sorted. */
  Set<String> regions() {
    Set<String> regions = new TreeSet<>();
    fleet().ifPresent(f -> f.clusters().forEach(c -> regions.add(c.region().value())));
    return regions;
  }

  /** Whether the tenant's tier has domains of its tenants' own. */
  boolean mayHaveDomains(NewTenant tenant) {
    Resolution resolution = new Expansion(loaded.workspace()).resolve();
    return tenant
        .text(TenantField.TIER)
        .flatMap(resolution::tier)
        .flatMap(tier -> tier.value(TierKeys.CUSTOM_DOMAINS))
        .filter(limit -> limit.allows(1L))
        .isPresent();
  }

  /** The tenant's file; one whose id nobody can use is only shown, never written. */
  String file(NewTenant tenant) {
    String id = tenant.text(TenantField.TENANT_ID).map(Quoted::escape).orElse("<tenant_id>");
    return request.folders().tenants() + "/" + id + ".yaml";
  }

  /** The line by which an editor finds the schema, if the fleet has it. */
  private static String head(Request request) {
    Path root = request.directory().toAbsolutePath().normalize();
    if (!Files.isRegularFile(root.resolve(SCHEMA))) {
      return "";
    }
    Path tenants = root.resolve(request.folders().tenants()).normalize();
    String path = tenants.relativize(root.resolve(SCHEMA)).toString().replace('\\', '/');
    return "# yaml-language-server: $schema=" + path + "\n";
  }
}
