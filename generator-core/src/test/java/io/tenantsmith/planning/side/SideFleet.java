package io.tenantsmith.planning.side;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.Front;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.Progress;
import io.tenantsmith.engine.PublishOptions;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Publish;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.git.InputFiles;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.publish.PublishMode;
import io.tenantsmith.publish.PublishTarget;
import io.tenantsmith.run.Inputs;
import io.tenantsmith.run.JudgedFleet;
import io.tenantsmith.run.LoadedFleet;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A fleet of two small tenants, in a repository of its own unless its folder lies in one. */
record SideFleet(Path root, IsolatedGit git) {

  private static final Path SAMPLE = Path.of("..");

  /** Lays it down in a folder and begins a repository around it. */
  static SideFleet in(Path root) throws IOException {
    return laid(root, IsolatedGit.init(root));
  }

  /** Lays it down in a folder, which may lie in a repository. */
  static SideFleet laid(Path root, IsolatedGit git) throws IOException {
    SideFleet fleet = new SideFleet(root, git);
    for (String name : List.of("tiers/free.yaml", "tiers/pro.yaml", "tiers/enterprise.yaml")) {
      fleet.write(name, Files.readString(SAMPLE.resolve(name)));
    }
    fleet.write(
        "fleet.yaml",
        Files.readString(SAMPLE.resolve("fleet.yaml"))
            .replaceAll("(?m)^ *capacity: .*\n", "")
            .replaceFirst("max_changed_percent: [0-9]+", "max_changed_percent: 100"));
    fleet.write(".gitignore", "/target/\n");
    return fleet.tenant("acme", "pro").tenant("globex", "free");
  }

  SideFleet tenant(String id, String tier) throws IOException {
    return write(
        "tenants/" + id + ".yaml",
        "tenant_id: %s\ndisplay_name: %s\nadmin_email: it@%s.example.net\ntier: %s\n"
            .formatted(id, id, id, tier));
  }

  SideFleet write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    Files.writeString(path, text);
    return this;
  }

  SideFleet edit(String file, String from, String to) throws IOException {
    String text = Files.readString(root.resolve(file));
    assertThat(text).contains(from);
    return write(file, text.replace(from, to));
  }

  /** Commits everything; gives the id of the commit. */
  String commit() throws IOException {
    git.run("add", "--all");
    git.run("commit", "-q", "--allow-empty", "-m", "as it is");
    return git.run("rev-parse", "HEAD");
  }

  SideFleet generate() {
    return done(new Generate(false).run(request(), Session.ofThisProcess()));
  }

  SideFleet publish(PublishOptions options) {
    return done(new Publish(options).run(request(), Session.ofThisProcess()));
  }

  private SideFleet done(Report report) {
    assertThat(report.outcome()).as("%s", report.diagnostics()).isEqualTo(Outcome.DONE);
    return this;
  }

  Request request() {
    return Request.of(root);
  }

  LoadedFleet loaded() {
    return new Inputs(request(), Progress.NONE, List.of()).read();
  }

  OldSide.Found find(String base) throws IOException {
    return find(base, Surroundings.ofThisProcess());
  }

  OldSide.Found find(String base, Surroundings surroundings) throws IOException {
    LoadedFleet loaded = loaded();
    return new BaseFinder(
            new Wanted(
                request(),
                base,
                JudgedFleet.of(loaded, request().selection()),
                target(loaded),
                new Wanted.Desk(Front.LAUNCHER, surroundings)))
        .find();
  }

  /** The base of that name, which has to be there without a word. */
  OldSide base(String name) throws IOException {
    OldSide.Found found = find(name);
    assertThat(found.diagnostics()).isEmpty();
    assertThat(found.outcome()).isEqualTo(Outcome.DONE);
    return found.found().orElseThrow();
  }

  /** What is said if that base is wanted, without what differs from test to test. */
  List<String> said(String base) throws IOException {
    return said(find(base));
  }

  List<String> said(OldSide.Found found) {
    found.found().ifPresent(OldSide::close);
    return found.diagnostics().stream().map(this::text).toList();
  }

  private String text(Diagnostic said) {
    return (said + said.hint().map(hint -> "\n  hint: " + hint).orElse(""))
        .replaceAll("\\b(?<word>commit|than|of) [0-9a-f]{7}\\b", "${word} 1a2b3c4")
        .replaceAll("^[0-9a-f]{7}:", "1a2b3c4:")
        .replaceAll("\\b[0-9a-f]{40}\\b", "0".repeat(40))
        .replace(root.toString(), "FOLDER");
  }

  private @Nullable PublishTarget target(LoadedFleet loaded) {
    Fleet fleet = Objects.requireNonNull(loaded.workspace().fleet());
    Fleet.Publish publish = fleet.publish();
    return publish
        .pushTarget()
        .map(
            repository ->
                new PublishTarget(
                    new PublishTarget.Destination(
                        given("publish.repository", repository),
                        given("publish.branch", publish.branch()),
                        PublishMode.DIRECT,
                        publish.create()),
                    new PublishTarget.Author("Tenantsmith", "it@example.com", "none"),
                    new PublishTarget.Origin(
                        root, "", new InputFiles(root, List.of(), new TreeMap<>()), ""),
                    new PublishTarget.GuardLimits(
                        fleet.guards().maxRemovedTenants(),
                        fleet.guards().maxChangedPercent(),
                        PublishTarget.Permits.NONE),
                    repository.range()))
        .orElse(null);
  }

  private static PublishTarget.Given<String> given(String name, Sourced<String> stated) {
    SourceRange place = stated.range();
    return new PublishTarget.Given<>(stated.value(), name, place);
  }
}
