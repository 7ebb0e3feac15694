package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.command.Check;
import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.OtherJvm;
import io.tenantsmith.harness.SameFiles;
import io.tenantsmith.harness.SampleFleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample fleet renders to what is committed, always and everywhere the same. */
class SampleFleetTest {

  @TempDir private Path folder;

  @Test
  void committedOutputIsCurrent() throws IOException {
    SameFiles.assertSame(generated(1), expected());
  }

  @Test
  void aSecondRunTouchesNothing() throws IOException {
    SampleFleet.copyTo(folder, 2);
    generate();
    SortedMap<String, FileTime> before = times();
    Report report = generate();
    assertThat(times()).isEqualTo(before);
    assertThat(ReportText.summary(report))
        .anyMatch(line -> line.endsWith("0 new, 0 changed, 0 removed (already current)"));
    assertThat(new Check().run(request(), Session.ofThisProcess()).outcome())
        .isEqualTo(Outcome.DONE);
  }

  @Test
  void localeAndZoneChangeNothing() throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      SameFiles.assertSame(generated(3), expected());
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void anotherJvmChangesNothing() throws IOException {
    published(4);
    int exit =
        OtherJvm.generate(
            folder, "-Duser.language=ar", "-Duser.country=EG", "-Dfile.encoding=ISO-8859-1");
    assertThat(exit).isZero();
    SameFiles.assertSame(tree(folder), expected());
  }

  @Test
  void spellingChangesNothing() throws IOException {
    published(5);
    Path tenant = folder.resolve("tenants/acme-corp.yaml");
    String text = Files.readString(tenant);
    String respelled =
        "\uFEFF# a comment\n"
            + text.replace("storage_size: 50Gi", "storage_size: 51200Mi")
                .replace("cpu_limit: 2000m", "cpu_limit: \"2\"")
                .replace("db_ram: 8", "db_ram: 8192Mi")
                .replace("blog.acme.com", "Blog.ACME.com.");
    assertThat(respelled).isNotEqualTo(text);
    Files.writeString(tenant, respelled.replace("\n", "\r\n"));
    generate();
    SameFiles.assertSame(tree(folder), expected());
  }

  @Test
  void theLastLineTellsEveryWayIntoTheCluster() throws IOException {
    SampleFleet.copyTo(folder, 6);
    assertThat(ReportText.summary(generate()))
        .endsWith(
            "next      kubectl apply --server-side -k output/clusters/prod-eu-1"
                + "   (or bootstrap/argocd.yaml, bootstrap/flux.yaml)");
  }

  @Test
  void theLastLineNamesOnlyWhatIsThere() throws IOException {
    SampleFleet.copyTo(folder, 7);
    Path fleet = folder.resolve("fleet.yaml");
    String text = Files.readString(fleet);
    assertThat(text).contains("sync: both");
    Files.writeString(fleet, text.replace("sync: both", "sync: argocd"));
    assertThat(ReportText.summary(generate()))
        .last()
        .asString()
        .endsWith("   (or bootstrap/argocd.yaml)");
  }

  private SortedMap<String, String> generated(long seed) throws IOException {
    published(seed);
    generate();
    return tree(folder);
  }

  /** The sample with its output, since a later run depends on what the index remembers. */
  private void published(long seed) throws IOException {
    SampleFleet.copyTo(folder, seed);
    SampleFleet.copyOutputTo(folder);
  }

  /** The output of a fleet; fingerprints are those of the code, which is not what is tested. */
  private static SortedMap<String, String> tree(Path fleet) throws IOException {
    return SampleFleet.withoutFingerprints(SampleFleet.tree(fleet.resolve("output")));
  }

  private static SortedMap<String, String> expected() throws IOException {
    SortedMap<String, String> expected = tree(SampleFleet.root());
    assertThat(expected).isNotEmpty();
    return expected;
  }

  private Report generate() {
    Report report = new Generate(false).run(request(), Session.ofThisProcess());
    assertThat(report.diagnostics()).isEmpty();
    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    return report;
  }

  private Request request() {
    return Request.of(folder);
  }

  private SortedMap<String, FileTime> times() throws IOException {
    SortedMap<String, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder.resolve("output"))) {
      for (Path file : files.toList()) {
        times.put(folder.relativize(file).toString(), Files.getLastModifiedTime(file));
      }
    }
    return times;
  }
}
