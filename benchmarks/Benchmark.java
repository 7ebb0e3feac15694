import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Runs the launcher over fleets of several sizes and prints what each run cost. See README.md.
 */
public final class Benchmark {

  private final Path launcher;
  private final Path sample;
  private final Path scratch;

  private Benchmark(Path launcher, Path sample, Path scratch) {
    this.launcher = launcher;
    this.sample = sample;
    this.scratch = scratch;
  }

  /** Takes the launcher, the folder of the sample fleet, and numbers of tenants. */
  public static void main(String[] arguments) throws Exception {
    Path scratch = Files.createTempDirectory("benchmark");
    Benchmark benchmark =
        new Benchmark(Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]), scratch);
    try {
      System.out.println("| tenants | run | CPU s | wall s | peak MiB | files written |");
      System.out.println("|--:|---|--:|--:|--:|--:|");
      for (String size : List.of(arguments).subList(2, arguments.length)) {
        benchmark.measure(Integer.parseInt(size));
      }
    } finally {
      delete(scratch);
    }
  }

  private void measure(int tenants) throws Exception {
    Path fleet = scratch.resolve("fleet" + tenants);
    new SampleFleet(sample, fleet).write(tenants);
    run(tenants, "validate", fleet, "validate");
    run(tenants, "full run, empty folder", fleet, "generate");
    int touched = run(tenants, "nothing changed", fleet, "generate");
    if (touched != 0) {
      throw new IllegalStateException("a run without changes touched " + touched + " files");
    }
    Path first = fleet.resolve("tenants/t00000.yaml");
    String text = Files.readString(first, StandardCharsets.UTF_8);
    Files.writeString(first, text.replace("display_name: ", "display_name: New "));
    run(tenants, "one tenant changed", fleet, "generate");
    delete(fleet);
  }

  private int run(int tenants, String title, Path fleet, String command) throws Exception {
    List<String> before = listing(fleet.resolve("output"));
    Path costs = scratch.resolve("costs");
    List<String> line =
        new ArrayList<>(List.of("/usr/bin/time", "-o", costs.toString(), "-f", "%U %S %e %M"));
    line.addAll(List.of(launcher.toString(), command, "--directory", fleet.toString()));
    ProcessBuilder process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(scratch.resolve("said").toFile());
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    process.environment().put("JAVA_OPTS", System.getProperty("jvm", ""));
    if (process.start().waitFor() != 0) {
      throw new IllegalStateException(Files.readString(scratch.resolve("said")));
    }
    List<String> written = listing(fleet.resolve("output"));
    written.removeAll(new HashSet<>(before));
    String[] cost = Files.readString(costs).strip().split(" ");
    System.out.printf(
        Locale.ROOT,
        "| %d | %s | %.2f | %s | %d | %d |%n",
        tenants,
        title,
        Double.parseDouble(cost[0]) + Double.parseDouble(cost[1]),
        cost[2],
        Long.parseLong(cost[3]) / 1024,
        written.stream().filter(entry -> entry.startsWith("f")).count());
    return written.size();
  }

  /** Every file and folder with all that tells whether it was touched: inode, size and time. */
  private static List<String> listing(Path folder) throws IOException {
    List<String> entries = new ArrayList<>();
    if (!Files.exists(folder)) {
      return entries;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths.sorted()::iterator) {
        BasicFileAttributes facts =
            Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        String kind = facts.isDirectory() ? "d " : "f ";
        entries.add(kind + path + facts.fileKey() + facts.size() + facts.lastModifiedTime());
      }
    }
    return entries;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(path);
      }
    }
  }

  /** A fleet of any size: the platform and tiers of the sample, tenants of all three tiers. */
  private record SampleFleet(Path sample, Path fleet) {

    private static final int PER_CLUSTER = 2000;

    void write(int tenants) throws IOException {
      Files.createDirectories(fleet.resolve("tenants"));
      Files.createDirectories(fleet.resolve("tiers/templates"));
      for (String name : List.of("tiers/free.yaml", "tiers/pro.yaml", "tiers/enterprise.yaml")) {
        Files.copy(sample.resolve(name), fleet.resolve(name));
      }
      Files.copy(
          sample.resolve("tiers/templates/blog.yaml"), fleet.resolve("tiers/templates/blog.yaml"));
      Files.writeString(fleet.resolve("fleet.yaml"), platform(1 + (tenants - 1) / PER_CLUSTER));
      for (int i = 0; i < tenants; i++) {
        String id = String.format(Locale.ROOT, "t%05d", i);
        String place = "cluster: c" + i / PER_CLUSTER + "\n";
        Files.writeString(fleet.resolve("tenants/" + id + ".yaml"), tenant(id, i) + place);
      }
    }

    /** As many clusters as are needed, all like the sample's, without a limit of capacity. */
    private String platform(int clusters) throws IOException {
      String text = Files.readString(sample.resolve("fleet.yaml"), StandardCharsets.UTF_8);
      int start = text.indexOf("  - name: ");
      int end = text.indexOf("images:");
      String one = text.substring(start, end).replaceAll("(?m)^ *capacity: .*\n", "");
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < clusters; i++) {
        String hosts = "domain: cX.example.net\n    identity: {host: auth.cX.example.net}\n    open_webui: {host: ai.cX.example.net}";
        all.append(one.replaceFirst("name: .*", "name: cX\n    " + hosts).replace("cX", "c" + i));
      }
      return text.substring(0, start) + all + text.substring(end);
    }

    /** Of ten tenants six are free, three pro and one is enterprise: the same ones every time. */
    private static String tenant(String id, int number) {
      int kind = Math.floorMod(number * 7, 10);
      String head = "tenant_id: " + id + "\ndisplay_name: Tenant " + number + " & Sons\n";
      String people = "admin_email: owner@" + id + ".example.net\n";
      if (kind < 6) {
        return head + people + "tier: free\n";
      }
      String tier = kind < 9 ? "pro" : "enterprise";
      String domains = "custom_domains: [www." + id + ".example.net, " + id + ".example.org]\n";
      String features = "features: {sso_enabled: true, custom_plugins: true}\n";
      String plugins = "plugins: [{name: wordpress-seo, version: \"26.4\"}]\n";
      String size = "resources: {cpu_request: 500m, cpu_limit: 2, memory_limit: 2Gi}\n";
      return head + people + "tier: " + tier + "\ntemplate: blog\n" + domains + features + plugins
          + size + "backup: {schedule: \"17 2 * * *\", retention_days: 30}\n";
    }
  }
}
