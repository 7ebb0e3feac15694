package io.tenantsmith.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.publish.Published.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {

  private static final Map<String, String> ACME = Map.of("tenants/acme", "1\n");
  private static final Map<String, String> TWO = Map.of("tenants/acme", "2\n", "tenants/b", "1\n");

  @TempDir Path folder;
  private PublishFixture fixture;

  @BeforeEach
  void setUp() {
    fixture = new PublishFixture(folder);
  }

  @Test
  void makesTheRepositoryAndTheFirstCommit() throws IOException {
    Published published = fixture.publish(ACME).value().orElseThrow();

    assertThat(published.ending()).isEqualTo(Ending.PUSHED);
    assertThat(fixture.git.run("rev-parse", "HEAD")).isEqualTo(published.commits().commit());
    assertThat(fixture.show("tenants/acme")).isEqualTo("1");
    assertThat(fixture.show("hydrator.metadata"))
        .contains("\"drySha\": \"" + "0".repeat(40) + "\"", "https://git.example.com/platform");
    assertThat(fixture.git.run("log", "-1", "--format=%s|%an <%ae>|%(trailers:unfold)"))
        .startsWith("Render fleet: 1 added, 0 changed, 0 removed tenants|")
        .contains("Tenantsmith <tenantsmith@example.com>", "Tenantsmith-Tool: tenantsmith 0.1.0")
        .contains("Tenantsmith-Replaces: " + "0".repeat(40));
    fixture.git.assertSound();
  }

  @Test
  void secondPublishOfTheSameMakesNoCommit() throws IOException {
    fixture.publish(ACME);
    assertThat(fixture.ending(ACME)).isEqualTo(Ending.NOTHING_TO_COMMIT);
    assertThat(fixture.commits()).isEqualTo(1);
  }

  @Test
  void changesAndRemovesOnlyWhatIsOurs() throws IOException {
    fixture.publish(TWO);
    fixture.commitByHand(
        folder.resolve("c"), "mkdir own && echo x > own/f && echo y > tenants.txt");

    assertThat(fixture.ending(ACME)).isEqualTo(Ending.PUSHED);
    assertThat(fixture.git.run("ls-tree", "-r", "--name-only", "environment/prod").lines())
        .containsExactly("hydrator.metadata", "index.json", "own/f", "tenants.txt", "tenants/acme");
    fixture.git.assertSound();
  }

  @Test
  void manyFilesGoIntoOnePack() throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (int i = 0; i < 500; i++) {
      files.put("tenants/t" + i, "content " + i);
    }
    assertThat(fixture.ending(files)).isEqualTo(Ending.PUSHED);
    try (var packs = Files.list(fixture.bare.resolve("objects/pack"))) {
      assertThat(packs.filter(file -> file.toString().endsWith(".pack"))).hasSize(2);
    }
    fixture.git.assertSound();
  }

  @Test
  void refusesAHandEdit() throws IOException {
    fixture.publish(ACME);
    fixture.commitByHand(folder.resolve("c"), "echo mine > tenants/acme");

    Result<Published> result = fixture.publish(TWO);

    assertThat(result.value().orElseThrow().ending()).isEqualTo(Ending.REFUSED);
    assertThat(PublishFixture.codes(result)).containsExactly(Code.OUT501);
    assertThat(fixture.commits()).isEqualTo(2);
  }

  @Test
  void refusesAPathThroughALinkOrAForeignFile() throws IOException {
    fixture.publish(ACME);
    fixture.commitByHand(folder.resolve("c"), "ln -s /tmp link && echo x > taken");

    Result<Published> result =
        fixture.publish(Map.of("tenants/acme", "1\n", "link/a", "x", "taken/b", "x"));

    assertThat(PublishFixture.codes(result)).containsExactly(Code.PUB706, Code.OUT503);
    assertThat(result.value().orElseThrow().ending()).isEqualTo(Ending.REFUSED);
  }

  @Test
  void guardRefusesUntilTheExactNumberIsNamed() throws IOException {
    fixture.publish(Map.of("tenants/a", "1", "tenants/b", "1", "tenants/c", "1"));
    Result<Published> refused = fixture.publish(Map.of("tenants/a", "1"));
    assertThat(PublishFixture.codes(refused)).containsExactly(Code.GRD801);
    assertThat(refused.diagnostics().get(0).range().display()).isEqualTo("fleet.yaml:9:3");
    assertThat(refused.value().orElseThrow().ending().kind()).isEqualTo(Published.Kind.GUARD);

    fixture.guards = PublishFixture.limits(1, 10, 3, null);
    Result<Published> another = fixture.publish(Map.of("tenants/a", "1"));
    assertThat(PublishFixture.codes(another)).containsExactly(Code.GRD801);
    assertThat(another.diagnostics().get(0).range().display()).isEqualTo("--allow-removed");
    assertThat(another.diagnostics().get(0).message()).endsWith("and 3 named for this publish");
    fixture.guards = PublishFixture.limits(1, 10, 2, null);
    assertThat(fixture.ending(Map.of("tenants/a", "1"))).isEqualTo(Ending.PUSHED);
  }

  @Test
  void aGuardOfTheCallerRefusesLikeOneOfOurs() throws IOException {
    SourceRange place = SourceRange.ofFile("tenants/a.yaml");
    fixture.guarded = List.of(Diagnostic.error(Code.GRD807, place, "DATA LOSS"));
    Result<Published> refused = fixture.publish(ACME);
    assertThat(PublishFixture.codes(refused)).containsExactly(Code.GRD807);
    assertThat(refused.value().orElseThrow().ending()).isEqualTo(Ending.GUARD);

    fixture.guarded = List.of(Diagnostic.warning(Code.GRD806, place, "stays"));
    assertThat(fixture.ending(ACME)).isEqualTo(Ending.PUSHED);
  }

  @Test
  void rendersAgainAfterALostRace() throws IOException {
    fixture.publish(ACME);
    AtomicInteger renders = new AtomicInteger();
    Result<Published> result =
        fixture.publish(
            base -> {
              if (renders.incrementAndGet() == 1) {
                byHand("echo other > other");
              }
              return PlainTree.of(TWO);
            });

    assertThat(result.value().orElseThrow().ending()).isEqualTo(Ending.PUSHED);
    assertThat(renders).hasValue(2);
    assertThat(fixture.show("other")).isEqualTo("other");
    assertThat(fixture.commits()).isEqualTo(3);
  }

  @Test
  void givesUpWhenOthersAreAlwaysFaster() {
    fixture.publish(ACME);
    AtomicInteger renders = new AtomicInteger();
    Result<Published> result =
        fixture.publish(
            base -> {
              byHand("echo " + renders.incrementAndGet() + " > other");
              return PlainTree.of(TWO);
            });

    assertThat(PublishFixture.codes(result)).containsExactly(Code.PUB704);
    assertThat(result.value().orElseThrow().ending()).isEqualTo(Ending.ENVIRONMENT);
    assertThat(renders).hasValue(6);
  }

  @Test
  void racingRunsLoseNothing() throws Exception {
    fixture.publish(ACME);
    AtomicInteger pushed = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(3);
    List<Future<?>> runs = new ArrayList<>();
    for (int run = 0; run < 3; run++) {
      String name = "tenants/r" + run;
      runs.add(pool.submit(() -> add(name, pushed)));
    }
    for (Future<?> run : runs) {
      run.get();
    }
    pool.shutdown();
    assertThat(fixture.commits()).isEqualTo(1 + pushed.get());
    assertThat(fixture.git.run("ls-tree", "-r", "--name-only", "environment/prod", "tenants/"))
        .contains("tenants/acme", "tenants/r0", "tenants/r1", "tenants/r2");
    fixture.git.assertSound();
  }

  private void add(String name, AtomicInteger pushed) {
    Ending ending;
    do {
      ending =
          fixture
              .publish(
                  base -> {
                    Map<String, String> files = new TreeMap<>();
                    base.files().keySet().forEach(path -> files.put(path.value(), "1\n"));
                    files.put(name, "1\n");
                    return PlainTree.of(files);
                  })
              .value()
              .orElseThrow()
              .ending();
    } while (ending == Ending.ENVIRONMENT);
    assertThat(ending).isEqualTo(Ending.PUSHED);
    pushed.incrementAndGet();
  }

  @Test
  void breaksTheRefLockOfARunThatDied() throws IOException {
    fixture.publish(ACME);
    Path lock = fixture.bare.resolve("refs/heads/environment/prod.lock");
    Files.createFile(lock);
    Files.writeString(fixture.bare.resolve("tenantsmith.lock"), "{\"pid\": 1}\n");

    Result<Published> result = fixture.publish(TWO);

    assertThat(result.value().orElseThrow().ending()).isEqualTo(Ending.PUSHED);
    assertThat(PublishFixture.codes(result)).containsExactly(Code.PUB708);
    assertThat(lock).doesNotExist();
    assertThat(fixture.bare.resolve("tenantsmith.lock")).isEmptyFile();
  }

  @Test
  void waitsForAYoungRefLockAndLeavesItAlone() throws IOException {
    fixture.publish(ACME);
    Path lock = fixture.bare.resolve("refs/heads/environment/prod.lock");
    Files.createFile(lock);

    assertThat(PublishFixture.codes(fixture.publish(TWO))).containsExactly(Code.PUB704);
    assertThat(lock).exists();
  }

  @Test
  void pushesToAFileUrl() throws IOException {
    fixture.publish(ACME);
    fixture.repository = fixture.bare.toUri().toString();
    assertThat(fixture.ending(TWO)).isEqualTo(Ending.PUSHED);
    assertThat(fixture.ending(TWO)).isEqualTo(Ending.NOTHING_TO_COMMIT);
    assertThat(fixture.show("tenants/b")).isEqualTo("1");
    assertThat(fixture.commits()).isEqualTo(2);
    fixture.git.assertSound();
  }

  @Test
  void aLostRaceOverAUrlIsTriedAgain() throws IOException {
    fixture.publish(ACME);
    fixture.repository = fixture.bare.toUri().toString();
    AtomicInteger renders = new AtomicInteger();
    Result<Published> result =
        fixture.publish(
            base -> {
              if (renders.incrementAndGet() == 1) {
                byHand("echo other > other");
              }
              return PlainTree.of(TWO);
            });
    assertThat(result.value().orElseThrow().ending()).isEqualTo(Ending.PUSHED);
    assertThat(fixture.show("other")).isEqualTo("other");
    assertThat(fixture.commits()).isEqualTo(3);
  }

  @Test
  void nextBranchIsNeverForcedAndFollowsTheTarget() throws IOException {
    fixture.publish(ACME);
    fixture.mode = PublishMode.NEXT_BRANCH;
    assertThat(fixture.ending(TWO)).isEqualTo(Ending.PUSHED);
    assertThat(fixture.ending(TWO)).isEqualTo(Ending.NOTHING_TO_COMMIT);
    assertThat(fixture.ending(ACME)).isEqualTo(Ending.PUSHED);
    assertThat(fixture.git.run("diff", "environment/prod", "environment/prod-next")).isEmpty();
    assertThat(fixture.commits()).isEqualTo(1);
    fixture.git.assertSound();
  }

  @Test
  void anOlderInputIsSuperseded() throws IOException {
    IsolatedGit source = IsolatedGit.init(fixture.fleet);
    source.run("commit", "-q", "--allow-empty", "-m", "one");
    String first = source.run("rev-parse", "HEAD");
    source.run("commit", "-q", "--allow-empty", "-m", "two");
    assertThat(fixture.ending(ACME)).isEqualTo(Ending.PUSHED);
    assertThat(fixture.git.run("log", "-1", "--format=%s"))
        .startsWith("Render fleet at " + source.run("rev-parse", "HEAD").substring(0, 7));

    source.run("checkout", "-q", first);
    Result<Published> late = fixture.publish(TWO);

    assertThat(late.value().orElseThrow().ending()).isEqualTo(Ending.SUPERSEDED);
    assertThat(PublishFixture.codes(late)).containsExactly(Code.PUB705);
    assertThat(fixture.commits()).isEqualTo(1);
  }

  private void byHand(String script) {
    try {
      fixture.commitByHand(folder.resolve("rival"), script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
