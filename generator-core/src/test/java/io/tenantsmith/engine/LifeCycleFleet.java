package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.model.TenantState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** A fleet whose tenants go together through all states, one step at a time. */
final class LifeCycleFleet {

  /** Variants whose tenants are spread over all states: with every feature, and with a vault. */
  static final List<String> SPREAD = List.of("everything", "vault");

  private static final String UNTIL = "2027-03-31";

  private final Path root;
  private final IsolatedGit git;

  /** The fleet of that folder; what is rendered counts as published once it is committed. */
  LifeCycleFleet(Path root) throws IOException {
    this.root = root;
    this.git = IsolatedGit.init(root);
  }

  /** Takes the fleet through its life; each state's tree is given away as it was then. */
  void live(Path into, BiConsumer<TenantState, Path> use) throws IOException {
    for (TenantState state : TenantState.values()) {
      enter(state);
      Path tree = into.resolve(state.label());
      copy(root.resolve("output"), tree);
      use.accept(state, tree);
    }
  }

  /** Takes one tenant after the other further, so that in the end there are some in each state. */
  void spread() throws IOException {
    int states = TenantState.values().length;
    for (TenantState state : TenantState.values()) {
      enter(state, tenant -> tenant % states >= state.ordinal());
    }
  }

  /** The next step for all tenants. */
  void enter(TenantState state) throws IOException {
    enter(state, tenant -> true);
  }

  private void enter(TenantState state, IntPredicate whose) throws IOException {
    List<Path> files = YamlTrees.files(root.resolve("tenants"));
    for (int i = 0; i < files.size(); i++) {
      if (whose.test(i)) {
        Files.writeString(files.get(i), stating(YamlTrees.text(files.get(i)), state));
      }
    }
    Report report = new Generate(false).run(Request.of(root), Session.ofThisProcess());
    assertThat(report.outcome()).as("%s: %s", state, report.diagnostics()).isEqualTo(Outcome.DONE);
    git.run("add", "output");
    git.run("commit", "-q", "--allow-empty", "-m", state.label());
  }

  private static String stating(String tenant, TenantState state) {
    String id = tenant.replaceFirst("(?s).*?(?m:^)tenant_id: *(\\S+).*", "$1");
    String plain = tenant.replaceAll("(?m)^(state|until|confirm):.*\n", "");
    return plain
        + "state: "
        + state.label()
        + "\n"
        + switch (state) {
          case RETAINED -> "until: \"" + UNTIL + "\"\n";
          case ERASING -> "confirm: " + id + "\n";
          case ACTIVE, SUSPENDED, ERASED -> "";
        };
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
