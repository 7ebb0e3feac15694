package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Publish;
import io.tenantsmith.engine.command.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A fleet of many small tenants below the sample's platform and tiers. */
record FleetFolder(Path root) {

  /** Lays down the platform and the tiers of the sample, without a limit of capacity or change. */
  static FleetFolder in(Path root) throws IOException {
    Path sample = Path.of("..");
    for (String name :
        List.of("tiers/free.yaml", "tiers/pro.yaml", "tiers/enterprise.yaml", "fleet.yaml")) {
      Path target = root.resolve(name);
      Files.createDirectories(root.resolve("tiers"));
      String text = Files.readString(sample.resolve(name), StandardCharsets.UTF_8);
      Files.writeString(
          target,
          text.replaceAll("(?m)^ *capacity: .*\n", "")
              .replaceFirst("max_changed_percent: [0-9]+", "max_changed_percent: 100"));
    }
    Files.createDirectories(root.resolve("tenants"));
    return new FleetFolder(root);
  }

  /** Writes tenants of one display name; those beyond the number go. */
  FleetFolder tenants(int number, String name) throws IOException {
    for (int i = 0; i < 1000; i++) {
      String id = String.format(Locale.ROOT, "t%03d", i);
      Path file = root.resolve("tenants/" + id + ".yaml");
      if (i < number) {
        Files.writeString(file, tenant(id, name, i));
      } else if (!Files.deleteIfExists(file)) {
        break;
      }
    }
    return this;
  }

  Report generate() {
    return new Generate(false).run(Request.of(root), Session.ofThisProcess());
  }

  Report publish() {
    return new Publish(PublishOptions.NONE).run(Request.of(root), Session.ofThisProcess());
  }

  /** Expects a run that ends well. */
  void expect(Report report) {
    assertThat(report.outcome()).as("%s", report.diagnostics()).isEqualTo(Outcome.DONE);
  }

  /** Every file and folder of the output with its text. */
  SortedMap<String, String> output() throws IOException {
    return content(root.resolve("output"));
  }

  /** Every file and folder of a folder with its text. */
  static SortedMap<String, String> content(Path output) throws IOException {
    SortedMap<String, String> content = new TreeMap<>();
    if (!Files.exists(output)) {
      return content;
    }
    try (Stream<Path> paths = Files.walk(output)) {
      for (Path path : paths.toList()) {
        content.put(
            output.relativize(path).toString(),
            Files.isDirectory(path) ? "" : Files.readString(path, StandardCharsets.UTF_8));
      }
    }
    return content;
  }

  private static String tenant(String id, String name, int number) {
    String tier = List.of("free", "pro", "enterprise").get(number % 3);
    return "tenant_id: "
        + id
        + "\ndisplay_name: "
        + name
        + "\nadmin_email: owner@"
        + id
        + ".example.net\ntier: "
        + tier
        + "\n";
  }
}
