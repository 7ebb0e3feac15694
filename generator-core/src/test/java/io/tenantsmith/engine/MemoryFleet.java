package io.tenantsmith.engine;

import io.tenantsmith.bind.Binder;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.PublishedOutput;
import io.tenantsmith.model.Template;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.Tier;
import io.tenantsmith.model.Workspace;
import io.tenantsmith.output.ChangeSink;
import io.tenantsmith.output.CurrentTree;
import io.tenantsmith.output.HandEdits;
import io.tenantsmith.output.OutputFile;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.output.Planner;
import io.tenantsmith.run.ComparedFleet;
import io.tenantsmith.run.Contributors;
import io.tenantsmith.run.FleetRenderer;
import io.tenantsmith.run.JudgedFleet;
import io.tenantsmith.run.LoadedFleet;
import io.tenantsmith.run.SettledFleet;
import io.tenantsmith.schema.SchemaCheck;
import io.tenantsmith.schema.SchemaKind;
import io.tenantsmith.schema.SchemaReport;
import io.tenantsmith.source.SourceTree;
import io.tenantsmith.yaml.Faults;
import io.tenantsmith.yaml.YamlDocument;
import io.tenantsmith.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stages 2 to 6 as commands run them, on tenants that are in memory: below the sample's tiers and
 * two clusters like the sample's, without a limit of capacity.
 */
final class MemoryFleet {

  /** The clusters, each with its region. */
  static final List<String> CLUSTERS = List.of("prod-eu-1", "prod-eu-2");

  static final String PREFIX = "tenant-";

  private static final Path SAMPLE = Path.of("..");

  /** Pure, and compiling their templates costs more than rendering a small fleet. */
  static final Contributors CONTRIBUTORS = new Contributors();

  private final YamlReader reader = new YamlReader();
  private final SchemaCheck schema = new SchemaCheck();
  private final Binder binder = new Binder();
  private final Fleet fleet;
  private final List<Tier> tiers = new ArrayList<>();
  private final List<Template> templates = new ArrayList<>();

  MemoryFleet() throws IOException {
    fleet = bind("fleet.yaml", fleetText(), SchemaKind.FLEET, binder::bindFleet);
    for (String tier : List.of("enterprise", "free", "pro")) {
      String file = "tiers/" + tier + ".yaml";
      tiers.add(bind(file, text(file), SchemaKind.TIER, binder::bindTier));
    }
    String blog = "tiers/templates/blog.yaml";
    templates.add(bind(blog, text(blog), SchemaKind.TEMPLATE, binder::bindTemplate));
  }

  static String regionOf(String cluster) {
    return cluster.equals("prod-eu-1") ? "eu-central-1" : "eu-west-1";
  }

  /** Tenants' files as trees; the diagnostics are all that a user would see. */
  Result<SettledFleet> settle(Collection<Map<String, Object>> files) {
    JudgedFleet judged = judge(files, Request.Selection.ALL);
    return judged
        .against(OwnershipIndex.empty(), PublishedOutput.NONE)
        .value()
        .map(settled -> Result.of(settled, judged.diagnostics()))
        .orElseGet(() -> Result.failed(judged.diagnostics()));
  }

  /** Tenants' files as trees, read and judged. */
  JudgedFleet judge(Collection<Map<String, Object>> files, Request.Selection selection) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<Tenant> tenants = new ArrayList<>();
    for (Map<String, Object> file : files) {
      Result<Tenant> tenant =
          read(
              "tenants/" + file.get("tenant_id") + ".yaml",
              JsonWriter.line(file) + "\n",
              SchemaKind.TENANT,
              binder::bindTenant);
      diagnostics.addAll(tenant.diagnostics());
      tenant.value().ifPresent(tenants::add);
    }
    tenants.sort(Comparator.comparing(Tenant::file));
    Workspace workspace =
        new Workspace(fleet, tiers, templates, tenants, "tenants", PublishedOutput.NONE);
    LoadedFleet loaded = new LoadedFleet(workspace, diagnostics, SourceTree.EMPTY);
    return JudgedFleet.of(loaded, selection);
  }

  /** Settles what must be valid. */
  SettledFleet valid(Collection<Map<String, Object>> files) {
    Result<SettledFleet> settled = settle(files);
    return settled
        .value()
        .orElseThrow(() -> new AssertionError(settled.diagnostics() + " in " + files));
  }

  /** Every file, with the digest of each tenant's folder below {@code index/}. */
  static SortedMap<String, String> render(SettledFleet settled) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    ChangeSink sink =
        change -> files.put(change.path().value(), content(change.file().orElseThrow()));
    ComparedFleet compared =
        new FleetRenderer(settled, CONTRIBUTORS, Progress.NONE, 1)
            .into(
                new Planner(
                    CurrentTree.EMPTY,
                    sink,
                    new Planner.Terms("output", HandEdits.REFUSE, settled.isPartial())));
    compared.plan().next().lines().forEach(t -> files.put("index/" + t.id(), t.toString()));
    files.remove("index.json");
    if (!compared.findings().isEmpty()) {
      throw new AssertionError(compared.findings().toString());
    }
    return files;
  }

  private static String content(OutputFile file) {
    return new String(file.content(), StandardCharsets.UTF_8);
  }

  /** The sample's platform with both clusters. */
  static String fleetText() throws IOException {
    String text = text("fleet.yaml").replaceAll("(?m)^ *capacity: .*\n", "");
    int begin = text.indexOf("  - name: prod-eu-1");
    int end = text.indexOf("images:");
    String second =
        text.substring(begin, end)
            .replace("prod-eu-1", "prod-eu-2")
            .replace("eu-central-1", "eu-west-1")
            .replaceFirst(
                "(?m)^(    region: .*\n)",
                "$1    domain: west.example.org\n"
                    + "    identity: {host: auth.west.example.com}\n"
                    + "    open_webui: {host: ai.west.example.com}\n"
                    + "    backup: {bucket: west, endpoint: s3.eu-west-1.amazonaws.com}\n");
    return text.substring(0, end) + second + text.substring(end);
  }

  private static String text(String file) throws IOException {
    return Files.readString(SAMPLE.resolve(file));
  }

  private <T> T bind(String file, String text, SchemaKind kind, Binding<T> binding) {
    Result<T> result = read(file, text, kind, binding);
    return result.value().orElseThrow(() -> new AssertionError(result.diagnostics().toString()));
  }

  private <T> Result<T> read(String file, String text, SchemaKind kind, Binding<T> binding) {
    Result<YamlDocument> document = reader.read(file, text.getBytes(StandardCharsets.UTF_8));
    if (document.value().isEmpty()) {
      return Result.failed(document.diagnostics());
    }
    SchemaReport report = schema.check(document.value().get(), kind);
    Result<T> result = binding.of(document.value().get(), report.faults());
    List<Diagnostic> all = new ArrayList<>(document.diagnostics());
    all.addAll(report.with(result.diagnostics()));
    return result.value().map(value -> Result.of(value, all)).orElseGet(() -> Result.failed(all));
  }

  /** How a document becomes a record. */
  private interface Binding<T> {
    Result<T> of(YamlDocument document, Faults faults);
  }
}
