import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Compares two launchers, and Helm where it is found, over the same fleets with every option,
 * and prints one table. See README.md.
 */
public final class Comparison {

  private static final List<String> JARS = List.of("before", "after");
  private static final String HELM = "helm";
  private static final String PLAIN = "plain";
  private static final String PATCHED = "patched";
  private static final String TWICE = "twice";
  private static final List<String> FLEETS = List.of(PLAIN, PATCHED, TWICE);
  private static final int FEW = 100;
  private static final int MANY = 1000;
  private static final int SOME = 400;
  private static final int STARTS = 3;
  private static final int SKIPPED = 75;
  private static final ToDoubleFunction<Cost> CPU = Cost::cpu;
  private static final ToDoubleFunction<Cost> WALL = Cost::wall;
  private static final ToDoubleFunction<Cost> PEAK = Cost::peak;

  private final Map<String, Path> launchers = new TreeMap<>();
  private final Path sample;
  private final Path scratch;
  private final String helm = System.getProperty("helm", HELM);
  private final Map<String, List<Cost>> costs = new TreeMap<>();

  private Comparison(Path before, Path after, Path sample, Path scratch) {
    launchers.put(JARS.get(0), before.toAbsolutePath());
    launchers.put(JARS.get(1), after.toAbsolutePath());
    this.sample = sample;
    this.scratch = scratch;
  }

  /**
   * Takes two launchers, the folder of the sample fleet and the number of rounds; or "fleet", the folder
   * of the sample fleet, a new folder, the number of tenants and that of patches of each: 0 to 2.
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("fleet")) {
      new Fleet(Path.of(arguments[1]), Path.of(arguments[2]), Integer.parseInt(arguments[4]))
          .write(Integer.parseInt(arguments[3]));
      return;
    }
    Path scratch = Files.createTempDirectory("comparison");
    Comparison comparison =
        new Comparison(
            Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), scratch);
    try {
      comparison.measure(Integer.parseInt(arguments[3]));
    } finally {
      delete(scratch);
    }
  }

  private void measure(int rounds) throws Exception {
    for (int tenants : List.of(1, FEW, SOME, MANY)) {
      for (String fleet : FLEETS) {
        new Fleet(sample, folder(fleet, tenants), FLEETS.indexOf(fleet)).write(tenants);
      }
      for (String jar : JARS) {
        java(jar, PLAIN, tenants, "prepared", "generate");
      }
    }
    boolean helms = chart(1) && chart(FEW) && chart(MANY);
    for (int round = 0; round < rounds; round++) {
      for (int start = 0; start < STARTS; start++) {
        starts(helms);
      }
      for (int tenants : List.of(FEW, MANY)) {
        for (String fleet : FLEETS) {
          for (String jar : JARS) {
            wholeRuns(jar, fleet, tenants);
          }
        }
        if (helms) {
          helm(tenants);
        }
      }
      for (String jar : JARS) {
        java(jar, PLAIN, SOME, "validate", "validate");
        java(jar, PLAIN, SOME, "one of them", "generate", "--tenant=t00007");
      }
      System.err.printf("round %d of %d is done%n", round + 1, rounds);
    }
    print();
  }

  /** Makes a chart of what "after" rendered; false where there is no Helm. */
  private boolean chart(int tenants) throws Exception {
    List<String> line =
        List.of(
            "python3",
            sample.resolve("benchmarks/helm-chart.py").toString(),
            folder(PLAIN, tenants).resolve(JARS.get(1)).toString(),
            chartFolder(tenants).toString(),
            helm);
    int exit = new ProcessBuilder(line).inheritIO().start().waitFor();
    if (exit != 0 && exit != SKIPPED) {
      throw new IllegalStateException(line + " ended with " + exit);
    }
    return exit == 0;
  }

  private void starts(boolean helms) throws Exception {
    for (String jar : JARS) {
      java(jar, PLAIN, 1, "validate", "validate");
      delete(folder(PLAIN, 1).resolve(jar));
      java(jar, PLAIN, 1, "full", "generate");
      delete(folder(PLAIN, 1).resolve(jar));
      run(key(jar, PLAIN, 1, "no flags"), command(jar, PLAIN, 1, withoutFlags(jar), "generate"));
    }
    if (helms) {
      helm(1);
    }
  }

  private void wholeRuns(String jar, String fleet, int tenants) throws Exception {
    delete(folder(fleet, tenants).resolve(jar));
    java(jar, fleet, tenants, "full", "generate");
    if (!fleet.equals(TWICE)) {
      java(jar, fleet, tenants, "unchanged", "generate");
      java(jar, fleet, tenants, "validate", "validate");
    }
  }

  private void java(String jar, String fleet, int tenants, String title, String... arguments)
      throws Exception {
    List<String> launcher = List.of(launchers.get(jar).toString());
    run(key(jar, fleet, tenants, title), command(jar, fleet, tenants, launcher, arguments));
  }

  private List<String> withoutFlags(String jar) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-jar",
        launchers.get(jar).resolveSibling("tenantsmith.jar").toString());
  }

  private List<String> command(
      String jar, String fleet, int tenants, List<String> start, String... arguments) {
    List<String> line = new ArrayList<>(start);
    line.addAll(List.of(arguments));
    line.addAll(List.of("--directory=" + folder(fleet, tenants), "--output=" + jar));
    return line;
  }

  private void helm(int tenants) throws Exception {
    run(
        key(HELM, PLAIN, tenants, "full"),
        List.of(helm, "template", chartFolder(tenants).toString()));
  }

  private void run(String key, List<String> command) throws Exception {
    Path cost = scratch.resolve("cost");
    List<String> line =
        new ArrayList<>(List.of("/usr/bin/time", "-o", cost.toString(), "-f", "%U %S %e %M"));
    line.addAll(command);
    ProcessBuilder process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said());
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    if (process.start().waitFor() != 0) {
      throw new IllegalStateException(command + ": " + Files.readString(said().toPath()));
    }
    String[] numbers = Files.readString(cost).strip().split(" ");
    double cpu = Double.parseDouble(numbers[0]) + Double.parseDouble(numbers[1]);
    costs
        .computeIfAbsent(key, unseen -> new ArrayList<>())
        .add(
            new Cost(
                cpu, Double.parseDouble(numbers[2]), Double.parseDouble(numbers[3]) / 1024));
  }

  private void print() throws IOException {
    System.out.println("| what | goal | before | after | after to before | Helm |");
    System.out.println("|---|--:|--:|--:|--:|--:|");
    tenant("one more tenant", PLAIN, most(2.0));
    tenant("one more tenant with a patch", PATCHED, none());
    row("the same to a plain one, full run", most(2.0), subject -> toPlain(subject, PATCHED));
    String twice = "one more tenant with two patches, full run";
    row(twice + ", CPU ms", none(), subject -> more(subject, TWICE, "full"));
    row("the same to a plain one", most(2.0), subject -> toPlain(subject, TWICE));
    row("one tenant from cold, validate, CPU s", none(), of(PLAIN, 1, "validate", CPU));
    row("one tenant from cold, full run, CPU s", most(0.8), of(PLAIN, 1, "full", CPU));
    row("the same, wall s", none(), of(PLAIN, 1, "full", WALL));
    row("the same without flags, CPU s", none(), of(PLAIN, 1, "no flags", CPU));
    row(SOME + " tenants, validate, CPU s", none(), of(PLAIN, SOME, "validate", CPU));
    row(
        SOME + " tenants, `generate --tenant`, CPU s",
        none(),
        of(PLAIN, SOME, "one of them", CPU));
    row(
        "`generate --tenant` to validate",
        most(1.15),
        subject ->
            median(subject, PLAIN, SOME, "one of them", CPU)
                / median(subject, PLAIN, SOME, "validate", CPU));
    String many = "peak MiB, " + MANY + " tenants, ";
    row(many + "validate", asBefore(), of(PLAIN, MANY, "validate", PEAK));
    row(many + "full run", asBefore(), of(PLAIN, MANY, "full", PEAK));
    row(many + "nothing changed", asBefore(), of(PLAIN, MANY, "unchanged", PEAK));
    row(many + "patched, full run", asBefore(), of(PATCHED, MANY, "full", PEAK));
    System.out.println();
    for (String fleet : FLEETS) {
      Path one = folder(fleet, MANY);
      System.out.println(fleet + ": " + differences(one.resolve("before"), one.resolve("after")));
    }
  }

  private void tenant(String title, String fleet, Goal goal) {
    row(title + ", validate, CPU ms", none(), subject -> more(subject, fleet, "validate"));
    row(title + ", full run, CPU ms", goal, subject -> more(subject, fleet, "full"));
    row(title + ", nothing changed, CPU ms", goal, subject -> more(subject, fleet, "unchanged"));
  }

  private double toPlain(String subject, String fleet) {
    return more(subject, fleet, "full") / more(subject, PLAIN, "full");
  }

  private void row(String title, Goal goal, ToDoubleFunction<String> values) {
    double before = values.applyAsDouble(JARS.get(0));
    double after = values.applyAsDouble(JARS.get(1));
    double helms = values.applyAsDouble(HELM);
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %s | %s%s | %.2f | %s |%n",
        title,
        goal.text(),
        number(before),
        number(after),
        after > goal.most(before) ? ": missed" : "",
        after / before,
        Double.isNaN(helms) ? "" : number(helms));
  }

  private ToDoubleFunction<String> of(
      String fleet, int tenants, String title, ToDoubleFunction<Cost> part) {
    return subject -> median(subject, fleet, tenants, title, part);
  }

  /** CPU of one more tenant in milliseconds: the difference of two fleets. */
  private double more(String subject, String fleet, String title) {
    double all = median(subject, fleet, MANY, title, CPU) - median(subject, fleet, FEW, title, CPU);
    return all * 1000 / (MANY - FEW);
  }

  /** Not a number where nothing was measured. */
  private double median(
      String subject, String fleet, int tenants, String title, ToDoubleFunction<Cost> part) {
    double[] values =
        costs.getOrDefault(key(subject, fleet, tenants, title), List.of()).stream()
            .mapToDouble(part)
            .sorted()
            .toArray();
    int half = values.length / 2;
    return switch (values.length) {
      case 0 -> Double.NaN;
      default -> (values[half] + values[(values.length - 1) / 2]) / 2;
    };
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
  }

  private static String key(String subject, String fleet, int tenants, String title) {
    return subject + " " + fleet + " " + tenants + " " + title;
  }

  private Path folder(String fleet, int tenants) {
    return scratch.resolve(fleet + tenants);
  }

  private Path chartFolder(int tenants) {
    return scratch.resolve("chart" + tenants);
  }

  private java.io.File said() {
    return scratch.resolve("said").toFile();
  }

  /** How many files of two trees differ, by name. */
  private static String differences(Path one, Path other) throws IOException {
    Map<String, Integer> different = new TreeMap<>();
    int all = 0;
    for (Path path : files(one, other)) {
      Path left = one.resolve(path);
      Path right = other.resolve(path);
      all++;
      if (!Files.exists(left) || !Files.exists(right) || Files.mismatch(left, right) >= 0) {
        different.merge(path.getFileName().toString(), 1, Integer::sum);
      }
    }
    return "of " + all + " files differ between before and after: " + different;
  }

  private static List<Path> files(Path... roots) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path root : roots) {
      try (Stream<Path> paths = Files.walk(root)) {
        paths.filter(Files::isRegularFile).map(root::relativize).forEach(files::add);
      }
    }
    return files.stream().distinct().toList();
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

  private static Goal none() {
    return new Goal("", Double.MAX_VALUE, 0);
  }

  private static Goal most(double value) {
    return new Goal(String.valueOf(value), value, 0);
  }

  /** Two runs of one jar differ by a hundredth. */
  private static Goal asBefore() {
    return new Goal("before", 0, 1.02);
  }

  private record Goal(String text, double value, double ofBefore) {
    double most(double before) {
      return value + ofBefore * before;
    }
  }

  private record Cost(double cpu, double wall, double peak) {}

  /**
   * The same tenants every time. Each of seven options is stated by half of the tenants, each pair
   * of them by a quarter; tiers take turns.
   */
  private record Fleet(Path sample, Path folder, int patches) {

    private static final List<String> TIERS = List.of("free", "pro", "enterprise");
    private static final int SHAPES = 8;

    void write(int tenants) throws IOException {
      Files.createDirectories(folder.resolve("tenants"));
      Files.createDirectories(folder.resolve("tiers/templates"));
      for (String tier : TIERS) {
        String name = "tiers/" + tier + ".yaml";
        Files.copy(sample.resolve(name), folder.resolve(name));
      }
      String template = "tiers/templates/blog.yaml";
      Files.copy(sample.resolve(template), folder.resolve(template));
      String platform = Files.readString(sample.resolve("fleet.yaml"));
      Files.writeString(
          folder.resolve("fleet.yaml"), platform.replaceAll("(?m)^ *capacity: .*\n", ""));
      for (int i = 0; i < tenants; i++) {
        String id = String.format(Locale.ROOT, "t%05d", i);
        Files.writeString(folder.resolve("tenants/" + id + ".yaml"), tenant(id, i));
      }
    }

    private String tenant(String id, int number) {
      int tier = number % TIERS.size();
      int shape = number / TIERS.size() % SHAPES;
      StringBuilder text = new StringBuilder();
      text.append("tenant_id: ").append(id).append('\n');
      text.append("display_name: Tenant ").append(number).append(" & Sons\n");
      text.append("admin_email: owner@").append(id).append(".example.net\n");
      text.append("tier: ").append(TIERS.get(tier)).append("\ntemplate: blog\n");
      List<String> options = options(id, number, tier);
      for (int i = 0; i < options.size(); i++) {
        if (Integer.bitCount(shape & (i + 1)) % 2 == 1) {
          text.append(options.get(i));
        }
      }
      return text.append(patches(number)).toString();
    }

    /** What the tier allows of each option. */
    private static List<String> options(String id, int number, int tier) {
      String host = id + ".example.net";
      String sizes =
          List.of(
                  "cpu_request: 1%02dm, cpu_limit: 500m, memory_request: 1%02dMi",
                  "cpu_request: 5%02dm, cpu_limit: 1800m, memory_request: 9%02dMi",
                  "cpu_request: 15%02dm, cpu_limit: 8, memory_request: 30%02dMi")
              .get(tier)
              .formatted(number % 100, number % 90);
      String features =
          tier == 0
              ? "features: {content_automation: false}\n"
              : "features: {content_automation: true, sso_enabled: false, custom_plugins: true,"
                  + " analytics_enabled: true}\n";
      return List.of(
          features,
          tier == 0 ? "" : "custom_domains: [www." + host + ", " + host + ", a-b." + host + "]\n",
          tier < 2
              ? "admin_user: chief." + number + "\n"
              : "branding: {title: House " + number + ", logo: \"https://" + host + "/logo.svg\","
                  + " favicon: \"https://" + host + "/f.png\", css: \"a > b { color: red }\"}\n",
          tier == 0
              ? "ring: early\n"
              : "plugins: [{name: wordpress-seo, version: \"26." + number + "\"},"
                  + " {name: woocommerce, version: \"10.3.5\"}]\n"
                  + "theme: {name: astra, version: \"4.11." + number + "\"}\n",
          "content: {auto_publish: true, content_types: [blog_post, article, faq],"
              + " default_categories: [News, \"Q&A " + number + "\"], seo_optimization: false,"
              + " custom_templates: {press: \"About {topic} for " + number + "\"},"
              + " workflow_approval: true}\n",
          "resources: {" + sizes + ", storage_size: 4Gi, db_cores: 2, db_ram: 8, db_storage: 60}\n",
          "backup: {schedule: \"" + number % 60 + " 3 * * *\", retention_days: 60}\n");
    }

    /** A JSON patch of the route, a strategic merge patch of the Deployment, or both. */
    private String patches(int number) {
      if (patches == 0) {
        return "";
      }
      String route =
          """
            - target: {kind: HTTPRoute, name: wordpress}
              patch: |
                - op: replace
                  path: /spec/rules/0/timeouts/request
                  value: %ds
          """
              .formatted(90 + number);
      String deployment =
          """
            - target: {kind: Deployment, name: wordpress}
              patch: |
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: wordpress}
                spec:
                  minReadySeconds: 5
                  template:
                    spec:
                      containers:
                        - name: wordpress
                          env:
                            - {name: WP_NUMBER, value: "%d"}
          """
              .formatted(number);
      String one = number / (TIERS.size() * SHAPES) % 2 == 0 ? route : deployment;
      return "patches:\n" + (patches == 1 ? one : route + deployment);
    }
  }
}
