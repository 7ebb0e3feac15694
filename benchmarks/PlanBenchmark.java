import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures plans of a large fleet against its last commit: of a change of one tenant and of a change
 * of the tier that all tenants have, beside what only validates. See README.md.
 */
public final class PlanBenchmark {

  private static final int PER_CLUSTER = 2000;

  private final Path launcher;
  private final Path scratch;
  private final Map<String, List<double[]>> costs = new LinkedHashMap<>();

  private PlanBenchmark(Path launcher, Path scratch) {
    this.launcher = launcher;
    this.scratch = scratch;
  }

  /** Takes the launcher, the folder of the sample fleet, a number of tenants and of rounds. */
  public static void main(String[] arguments) throws Exception {
    Path scratch = Files.createTempDirectory("plan-benchmark");
    PlanBenchmark benchmark =
        new PlanBenchmark(Path.of(arguments[0]).toAbsolutePath(), scratch);
    try {
      benchmark.measure(
          Path.of(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
    } finally {
      delete(scratch);
    }
  }

  private void measure(Path sample, int tenants, int rounds) throws Exception {
    Path unchanged = scratch.resolve("unchanged");
    write(sample, unchanged, tenants);
    Path one = changed(sample, "one", tenants, "tenants/t00000.yaml", "Tenant 0", "House 0");
    Path tier = changed(sample, "tier", tenants, "tiers/pro.yaml", "pod_memory: 1Gi", "pod_memory: 1536Mi");
    for (int i = 0; i < rounds; i++) {
      run("validate", unchanged, "validate");
      run("`generate --tenant` into an empty folder", unchanged, "generate", "--tenant", "t00000");
      delete(unchanged.resolve("output"));
      run("plan, one tenant changed", one, "plan", "--base", "HEAD");
      run("plan, the tier of all tenants changed", tier, "plan", "--base", "HEAD");
    }
    System.out.println("| " + tenants + " tenants | CPU s | to validate | wall s | peak MiB |");
    System.out.println("|---|--:|--:|--:|--:|");
    double validate = median(costs.get("validate"), 0);
    costs.forEach(
        (title, runs) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.1f | %.0f |%n",
                title,
                median(runs, 0),
                median(runs, 0) / validate,
                median(runs, 2),
                median(runs, 1)));
  }

  private Path changed(
      Path sample, String name, int tenants, String file, String old, String now)
      throws Exception {
    Path fleet = scratch.resolve(name);
    write(sample, fleet, tenants);
    git(fleet, "init", "-q");
    git(fleet, "add", "-A");
    git(fleet, "-c", "user.name=b", "-c", "user.email=b@example.com", "commit", "-qm", "before");
    Path path = fleet.resolve(file);
    String text = Files.readString(path);
    if (!text.contains(old)) {
      throw new IllegalStateException(file + " holds no " + old);
    }
    Files.writeString(path, text.replace(old, now));
    return fleet;
  }

  private void git(Path fleet, String... arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of("git", "-C", fleet.toString()));
    line.addAll(List.of(arguments));
    finish(line);
  }

  private void run(String title, Path fleet, String... arguments) throws Exception {
    Path costsOfRun = scratch.resolve("costs");
    List<String> line =
        new ArrayList<>(List.of("/usr/bin/time", "-o", costsOfRun.toString(), "-f", "%U %S %M %e"));
    line.add(launcher.toString());
    line.addAll(List.of(arguments));
    line.addAll(List.of("--directory", fleet.toString()));
    finish(line);
    String[] cost = Files.readString(costsOfRun).strip().split(" ");
    double cpu = Double.parseDouble(cost[0]) + Double.parseDouble(cost[1]);
    double peak = Double.parseDouble(cost[2]) / 1024;
    double wall = Double.parseDouble(cost[3]);
    costs.computeIfAbsent(title, key -> new ArrayList<>()).add(new double[] {cpu, peak, wall});
  }

  private void finish(List<String> line) throws Exception {
    Path said = scratch.resolve("said");
    ProcessBuilder command =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile());
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    command.environment().put("JAVA_OPTS", System.getProperty("jvm", ""));
    Process process = command.start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(said));
    }
  }

  private static double median(List<double[]> runs, int part) {
    double[] values = runs.stream().mapToDouble(run -> run[part]).sorted().toArray();
    return Arrays.stream(values, (values.length - 1) / 2, values.length / 2 + 1)
        .average()
        .orElseThrow();
  }

  /** A fleet of tenants of one tier; every second states plugins, every second of these backups. */
  private static void write(Path sample, Path fleet, int tenants) throws IOException {
    Files.createDirectories(fleet.resolve("tenants"));
    Files.createDirectories(fleet.resolve("tiers/templates"));
    for (String name :
        List.of("tiers/free.yaml", "tiers/pro.yaml", "tiers/enterprise.yaml", "tiers/templates/blog.yaml")) {
      Files.copy(sample.resolve(name), fleet.resolve(name));
    }
    String platform = Files.readString(sample.resolve("fleet.yaml"));
    Files.writeString(fleet.resolve("fleet.yaml"), withClusters(platform, tenants));
    for (int i = 0; i < tenants; i++) {
      String id = String.format(Locale.ROOT, "t%05d", i);
      Files.writeString(fleet.resolve("tenants/" + id + ".yaml"), tenant(id, i));
    }
  }

  /** As many clusters as are needed, all like the sample's, without a limit of capacity. */
  private static String withClusters(String platform, int tenants) {
    int start = platform.indexOf("  - name: ");
    int end = platform.indexOf("images:");
    String one = platform.substring(start, end).replaceAll("(?m)^ *capacity: .*\n", "");
    StringBuilder all = new StringBuilder();
    for (int i = 0; i <= (tenants - 1) / PER_CLUSTER; i++) {
      String hosts = "domain: cX.example.net\n    identity: {host: auth.cX.example.net}\n    open_webui: {host: ai.cX.example.net}";
      all.append(one.replaceFirst("name: .*", "name: cX\n    " + hosts).replace("cX", "c" + i));
    }
    return platform.substring(0, start) + all + platform.substring(end);
  }

  private static String tenant(String id, int number) {
    String head = "tenant_id: " + id + "\ndisplay_name: Tenant " + number + " & Sons\n";
    String place = "cluster: c" + number / PER_CLUSTER + "\ntier: pro\ntemplate: blog\n";
    String plugins =
        "features: {sso_enabled: true, custom_plugins: true}\n"
            + "plugins: [{name: wordpress-seo, version: \"26.4\"}]\n";
    String backup = "backup: {schedule: \"" + number % 60 + " 3 * * *\", retention_days: 30}\n";
    return head
        + ("admin_email: owner@" + id + ".example.net\n")
        + place
        + (number % 2 == 0 ? plugins : "")
        + (number % 4 < 2 ? backup : "");
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(path);
      }
    }
  }
}
