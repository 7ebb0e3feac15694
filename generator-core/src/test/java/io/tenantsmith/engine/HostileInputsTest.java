package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.FileNames;
import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.engine.PlanOptions.Form;
import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Plan;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.GivenSurroundings;
import io.tenantsmith.harness.HostileTexts;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.harness.PlanStructure;
import io.tenantsmith.harness.Scenario;
import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.TextChange;
import io.tenantsmith.plan.ValueChange;
import io.tenantsmith.plan.form.Detail;
import io.tenantsmith.plan.form.PlanText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every hostile text in every place that inputs have for one, planned by the whole command: what is
 * not refused keeps the structure of each form that it has with a harmless text.
 */
class HostileInputsTest {

  private static final Path BASE = Path.of("src/test/resources/cases/base");
  private static final String TENANT =
      "tenant_id: abc-news\nadmin_email: it@abc-news.com\ntier: pro\n";

  @TempDir Path folder;

  /** Where a text can stand; it is written as JSON, which YAML reads. */
  private enum Place {
    DISPLAY_NAME("display_name: %s\n"),
    REASON("display_name: ABC\nstate: suspended\nreason: %s\n"),
    PATCHED_VALUE(
        """
        display_name: ABC
        patches:
          - target: {kind: Deployment, name: wordpress}
            patch: |
              - op: add
                path: /spec/template/spec/containers/0/env/-
                value: {name: WP_X, value: %s}
        """),
    PATCHED_NAME(
        """
        display_name: ABC
        patches:
          - target: {kind: Deployment, name: wordpress}
            patch: |
              - op: add
                path: /spec/template/spec/containers/0/env/-
                value: {name: %s, value: here}
        """),
    SITE_TEXT("display_name: ABC\ncontent: {default_categories: [%s]}\n"),
    BRANCH("display_name: ABC news\n"),
    FOLDER("display_name: ABC news\n");

    private final String lines;

    Place(String lines) {
      this.lines = lines;
    }
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void keepWhatEveryFormIs(Place place) throws IOException {
    Path root = folder.resolve("fleet");
    new Scenario(root, BASE);
    write(root.resolve("tenants"), "abc-news.yaml", TENANT + "display_name: ABC\n");
    Report made = new Generate(false).run(Request.of(root), Session.ofThisProcess());
    assertThat(made.outcome()).as("%s", made.diagnostics()).isEqualTo(Outcome.DONE);
    IsolatedGit git = IsolatedGit.init(root);
    git.run("add", "--all");
    git.run("commit", "-q", "-m", "base");
    int planned = 0;
    for (Map.Entry<String, String> attack : HostileTexts.all().entrySet()) {
      Optional<Run> bad = planned(root, place, attack.getValue());
      if (bad.isPresent()) {
        Run good = planned(root, place, HostileTexts.twin(attack.getValue())).orElseThrow();
        Map<String, String> shown = shown(bad.get());
        // A text with signs of PHP or YAML is rendered in other lines; there is another plan then.
        if (size(bad.get().plan()).equals(size(good.plan()))) {
          planned++;
          assertThat(shown).as(attack.getKey()).isEqualTo(shown(good));
        }
      }
    }
    assertThat(planned).as("attacks that get as far as a plan").isGreaterThanOrEqualTo(5);
  }

  /** A run that made a plan, with what it told GitHub. */
  private record Run(FleetPlan plan, String summary, String outputs) {}

  /** The run; empty if the inputs were refused, or cannot be written down. */
  private Optional<Run> planned(Path root, Place place, String text) throws IOException {
    Path summary = Files.createTempFile(folder, "summary", "");
    Path outputs = Files.createTempFile(folder, "outputs", "");
    String lines = place.lines.formatted(JsonWriter.line(text));
    String tenants = place == Place.FOLDER ? text : "tenants";
    try {
      write(root.resolve(tenants), "abc-news.yaml", TENANT + lines);
      if (place == Place.BRANCH) {
        new IsolatedGit(root).run("update-ref", "refs/heads/" + text, "HEAD");
      }
    } catch (IOException | InvalidPathException | AssertionError e) {
      return Optional.empty();
    }
    Session session =
        new Session(
            new GivenSurroundings(
                folder,
                Map.of(
                    "GITHUB_STEP_SUMMARY", summary.toString(),
                    "GITHUB_OUTPUT", outputs.toString())),
            Progress.NONE);
    Report report = new Plan(options(place, text)).run(request(root, tenants), session);
    for (Format format : Format.values()) {
      String said = ReportText.inFormat(report, format, Style.PLAIN);
      if (format != Format.GITHUB) {
        PlanStructure.assertHarmless(said);
      }
    }
    String beside = String.join("\n", ReportText.summary(report));
    PlanStructure.assertHarmless(beside);
    return report.result().orElse(null) instanceof PlanResult result
        ? Optional.of(new Run(result.plan(), Files.readString(summary), Files.readString(outputs)))
        : Optional.empty();
  }

  private static PlanOptions options(Place place, String text) {
    String base = place == Place.BRANCH ? text : "output";
    return new PlanOptions(
        new PlanOptions.Against(base, null, null), PlanOptions.NONE.view(), List.of(), false);
  }

  private static Request request(Path root, String tenants) {
    Request.Folders usual = Request.Folders.USUAL;
    return new Request(
        root,
        new Request.Folders(usual.fleet(), tenants, usual.tiers(), usual.output()),
        Request.Selection.ALL);
  }

  /** How many objects, values and lines differ. */
  private static List<Long> size(FleetPlan plan) {
    List<ObjectChange> objects =
        plan.groups().stream().flatMap(group -> group.objects().stream()).toList();
    List<ValueChange> values =
        objects.stream().flatMap(object -> object.values().stream()).toList();
    List<TextChange> texts =
        values.stream().flatMap(value -> Stream.ofNullable(value.text())).toList();
    return List.of(
        (long) objects.size(),
        (long) values.size(),
        texts.stream().mapToLong(text -> text.lines().size()).sum(),
        texts.stream().mapToLong(text -> text.values().size()).sum());
  }

  private static Map<String, String> shown(Run run) {
    Map<String, String> structure = new LinkedHashMap<>();
    FileNames names = FileNames.OF_THE_FLEET;
    Style wide = new Style(false, 1_000_000);
    for (Detail detail : Detail.values()) {
      List<String> lines = PlanText.of(run.plan(), names, wide, detail);
      PlanStructure.assertHarmless(String.join("\n", lines));
      structure.put("text " + detail, String.join("\n", PlanStructure.starts(lines)));
    }
    String markdown = PlanForms.text(run.plan(), Form.MARKDOWN, names);
    PlanStructure.assertHarmless(markdown);
    structure.put("markdown", String.join("\n", PlanStructure.blocks(markdown)));
    String page = PlanForms.text(run.plan(), Form.HTML, names);
    structure.put("html", String.join("\n", new TreeSet<>(PlanStructure.tags(page))));
    String json = PlanForms.text(run.plan(), Form.JSON, names);
    PlanStructure.assertHarmless(json);
    structure.put("json", json.lines().count() + " lines");
    structure.put("summary", String.join("\n", PlanStructure.blocks(run.summary())));
    structure.put("outputs", run.outputs());
    return structure;
  }

  private static void write(Path folder, String file, String text) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(file), text);
  }
}
