package io.tenantsmith.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tenantsmith.bind.Binder;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.engine.Progress;
import io.tenantsmith.engine.RenderedFleet;
import io.tenantsmith.engine.Request;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.PublishedOutput;
import io.tenantsmith.model.Template;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.Tier;
import io.tenantsmith.model.Workspace;
import io.tenantsmith.schema.SchemaCheck;
import io.tenantsmith.schema.SchemaKind;
import io.tenantsmith.schema.SchemaReport;
import io.tenantsmith.source.SourceFile;
import io.tenantsmith.source.SourceReader;
import io.tenantsmith.source.SourceTree;
import io.tenantsmith.yaml.Faults;
import io.tenantsmith.yaml.YamlDocument;
import io.tenantsmith.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Stages 1 to 3: files to a workspace of sourced records, with every mistake reported. */
public final class Inputs {

  private final YamlReader reader = new YamlReader();
  private final SchemaCheck schema = new SchemaCheck();
  private final Binder binder = new Binder();
  private final Request request;
  private final Progress progress;
  private final String tenantsFolder;
  private final List<RenderedFleet.Draft> drafts;
  private final Map<String, BoundFiles.Bound> known = new HashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /** Inputs with drafts of tenants' files that are not on disk. */
  public Inputs(Request request, Progress progress, List<RenderedFleet.Draft> drafts) {
    this.drafts = List.copyOf(drafts);
    this.request = request;
    this.tenantsFolder = request.folders().tenants();
    this.progress = progress;
  }

  /** Reads all inputs and reports every mistake. */
  public LoadedFleet read() {
    Request.Folders folders = request.folders();
    Result<SourceTree> sources =
        new SourceReader(
                request.directory(),
                new SourceReader.Names(folders.fleet(), folders.tenants(), folders.tiers()))
            .read();
    diagnostics.addAll(sources.diagnostics());
    if (sources.value().isEmpty()) {
      Workspace nothing =
          new Workspace(null, List.of(), List.of(), List.of(), tenantsFolder, PublishedOutput.NONE);
      return new LoadedFleet(nothing, diagnostics, SourceTree.EMPTY);
    }
    SourceTree tree = sources.value().get();
    for (RenderedFleet.Draft draft : drafts) {
      tree = tree.withTenant(new SourceFile(draft.file(), draft.text().getBytes(UTF_8)));
    }
    return read(tree);
  }

  /** The same of files that need not be on the disk. */
  public LoadedFleet read(SourceTree tree) {
    return new LoadedFleet(bind(tree), diagnostics, tree);
  }

  /**
   * The same where other files were read before: one in which there was no mistake, and with the
   * bytes that it had there, is not read again.
   */
  public LoadedFleet read(SourceTree tree, LoadedFleet before) {
    known.putAll(BoundFiles.of(before));
    return read(tree);
  }

  /**
   * What was read before, with a tenant whose file is not written yet. That there was no tenant is
   * no mistake then.
   */
  public LoadedFleet with(LoadedFleet before, RenderedFleet.Draft draft) {
    Inputs added = new Inputs(request, Progress.NONE, List.of());
    SourceFile file = new SourceFile(draft.file(), draft.text().getBytes(UTF_8));
    Tenant tenant =
        added
            .one(file, SchemaKind.TENANT, binder::bindTenant)
            .orElseGet(() -> Tenant.unreadable(draft.file()));
    before.diagnostics().stream().filter(d -> !isOfNoTenant(d)).forEach(added.diagnostics::add);
    return new LoadedFleet(
        before.workspace().with(tenant), added.diagnostics, before.sources().withTenant(file));
  }

  /** Whether a diagnostic says that there is no tenant at all. */
  public boolean isOfNoTenant(Diagnostic diagnostic) {
    return (diagnostic.code() == Code.SRC101 || diagnostic.code() == Code.SRC102)
        && diagnostic.range().file().equals(tenantsFolder);
  }

  private Workspace bind(SourceTree tree) {
    List<Fleet> fleet = all(tree.fleet(), SchemaKind.FLEET, binder::bindFleet);
    List<Tier> tiers = all(tree.tiers(), SchemaKind.TIER, binder::bindTier);
    List<Template> templates = all(tree.templates(), SchemaKind.TEMPLATE, binder::bindTemplate);
    List<Tenant> tenants =
        new ArrayList<>(all(tree.tenants(), SchemaKind.TENANT, binder::bindTenant));
    tenants.addAll(unreadable(tenants));
    tenants.sort(Comparator.comparing(Tenant::file));
    return new Workspace(
        fleet.isEmpty() ? null : fleet.get(0),
        tiers,
        templates,
        tenants,
        tenantsFolder,
        PublishedOutput.NONE);
  }

  /** Tenant files that exist but could not be read, so that no rule reports them as vanished. */
  private List<Tenant> unreadable(List<Tenant> bound) {
    List<String> known = bound.stream().map(Tenant::file).toList();
    return diagnostics.stream()
        .filter(Diagnostic::isError)
        .map(diagnostic -> diagnostic.range().file())
        .filter(file -> file.startsWith(tenantsFolder + "/") && !known.contains(file))
        .distinct()
        .map(Tenant::unreadable)
        .toList();
  }

  private <T> List<T> all(List<SourceFile> files, SchemaKind kind, Binding<T> binding) {
    List<T> bound = new ArrayList<>();
    int done = 0;
    for (SourceFile file : files) {
      this.<T>known(file).or(() -> one(file, kind, binding)).ifPresent(bound::add);
      done++;
      progress.at("reading", done, files.size());
    }
    return bound;
  }

  /** What a file of that path and with those bytes was bound to. */
  @SuppressWarnings("unchecked") // a path has one kind
  private <T> Optional<T> known(SourceFile file) {
    return Optional.ofNullable(known.get(file.file()))
        .filter(bound -> Arrays.equals(bound.content(), file.content()))
        .map(bound -> (T) bound.to());
  }

  private <T> Optional<T> one(SourceFile file, SchemaKind kind, Binding<T> binding) {
    Result<YamlDocument> document = reader.read(file.file(), file.content());
    diagnostics.addAll(document.diagnostics());
    if (document.value().isEmpty()) {
      return Optional.empty();
    }
    SchemaReport report = schema.check(document.value().get(), kind);
    Result<T> result = binding.apply(document.value().get(), report.faults());
    diagnostics.addAll(report.with(result.diagnostics()));
    return result.value();
  }

  /** How a document becomes a record. */
  private interface Binding<T> extends BiFunction<YamlDocument, Faults, Result<T>> {}
}
