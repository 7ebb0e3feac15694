package io.tenantsmith.render.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tenantsmith.render.TextFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The runner's script itself, with real sites' faults: some are slow, some fail, one has no
 * address. Its minute has two seconds here.
 */
class SiteCronTest {

  private static final long SECONDS_OF_A_MINUTE = 2;

  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private final Map<String, AtomicInteger> atWork = new ConcurrentHashMap<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Process> started = new ArrayList<>();
  private HttpServer server;
  private Path script;
  private Path sites;
  private Path state;

  @BeforeEach
  void serve(@TempDir Path folder) throws Exception {
    for (String program : List.of("sh", "awk", "curl", "timeout", "date")) {
      if (new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() != 0) {
        System.out.println("skipped: " + program + " is not here; the runner was not run");
        abort(program + " is not here");
      }
    }
    script =
        Files.writeString(
            folder.resolve("site-cron.sh"),
            TextFile.beside(PlatformNames.class, "admin-apps/site-cron/site-cron.sh").text());
    sites = Files.createDirectory(folder.resolve("sites"));
    state = Files.createDirectory(folder.resolve("state"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    started.forEach(Process::destroyForcibly);
    end.countDown();
    if (server != null) {
      server.stop(0);
    }
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String host = exchange.getRequestHeaders().getFirst("Host");
    requests.add(host + " " + exchange.getRequestURI());
    AtomicInteger now = atWork.computeIfAbsent(host, key -> new AtomicInteger());
    if (now.incrementAndGet() > 1) {
      requests.add(host + " twice at a time");
    }
    try (exchange) {
      if (host.startsWith("slow")) {
        end.await(SECONDS_OF_A_MINUTE + 1, TimeUnit.SECONDS);
      }
      exchange.sendResponseHeaders(host.startsWith("bad") ? 500 : 200, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      now.decrementAndGet();
    }
  }

  private void site(int turn, String namespace, String host) throws IOException {
    Files.writeString(
        sites.resolve(host + ".site"), turn + " " + namespace + ".localhost " + host + "\n");
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SITES", sites.toString());
    builder.environment().put("STATE", state.toString());
    builder.environment().put("SERVICE", ":" + server.getAddress().getPort());
    builder.environment().put("MINUTE", Long.toString(SECONDS_OF_A_MINUTE));
    Process process = builder.redirectOutput(state.resolveSibling("said").toFile()).start();
    started.add(process);
    return process;
  }

  private int run(String... arguments) throws Exception {
    Process process = start(arguments);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private String said() throws IOException {
    return Files.readString(state.resolveSibling("said"));
  }

  @Test
  void everySiteIsAskedByItsHostAndFailuresAreTold() throws Exception {
    site(0, "tenant-a", "good.example");
    site(3, "tenant-b", "bad.example");
    site(4, "tenant-c", "slow.example");
    Files.writeString(sites.resolve("half.site"), "2 tenant-d");
    Files.writeString(sites.resolve("none.site"), "1 nowhere.invalid lost.example");
    assertThat(run("now")).isEqualTo(1);
    assertThat(requests)
        .containsExactlyInAnyOrder(
            "good.example /wp-cron.php?doing_wp_cron",
            "bad.example /wp-cron.php?doing_wp_cron",
            "slow.example /wp-cron.php?doing_wp_cron");
    assertThat(said())
        .contains("failed: tenant-b.localhost, status 500")
        .contains("failed: nowhere.invalid, status 000, Could not resolve host")
        .contains("still at work: tenant-c.localhost")
        .contains("asked 4 sites, 2 answered")
        .doesNotContain("failed: tenant-a");
    assertThat(run("now", "tenant-a.localhost")).isZero();
    assertThat(run("now", "tenant-b.localhost")).isEqualTo(1);
  }

  @Test
  void slowSitesKeepNobodyWaiting() throws Exception {
    for (int i = 0; i < 60; i++) {
      site(0, "tenant-" + i, (i % 2 == 0 ? "slow" : "good") + i + ".example");
    }
    long begin = System.nanoTime();
    run("now");
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isLessThan(Duration.ofSeconds(3 * SECONDS_OF_A_MINUTE));
    assertThat(said()).contains("asked 60 sites, 60 answered");
  }

  /** A round of five minutes and a bit, then it is told to stop. */
  @Test
  void itGoesRoundUntilItIsToldToStop() throws Exception {
    for (int turn = 0; turn < 5; turn++) {
      site(turn, "tenant-" + turn, "good" + turn + ".example");
    }
    site(1, "tenant-s", "slow.example");
    Process runner = start();
    // On a busy machine a turn may come too late and be left out: then the next round has it.
    int minutes = 0;
    do {
      assertThat(runner.waitFor(SECONDS_OF_A_MINUTE, TimeUnit.SECONDS)).isFalse();
      minutes++;
    } while (minutes < 6 || (minutes < 30 && requests().size() < 5));
    assertThat(requests()).hasSize(5);
    long most = minutes / 5 + 1;
    assertThat(requests().values()).allMatch(count -> count <= most);
    assertThat(requests).noneMatch(request -> request.endsWith("twice at a time"));
    assertThat(said()).contains("6 sites are asked every five minutes").doesNotContain("failed");
    runner.destroy();
    assertThat(runner.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(runner.exitValue()).isZero();
    assertThat(run("alive")).isZero();
    assertThat(run("ready")).isZero();
    Files.setLastModifiedTime(state.resolve("beat"), FileTime.from(Instant.EPOCH));
    assertThat(run("alive")).as("alive after a hang").isEqualTo(1);
  }

  /** How often each of the good sites was asked. */
  private Map<String, Long> requests() {
    return List.copyOf(requests).stream()
        .filter(request -> request.startsWith("good"))
        .collect(Collectors.groupingBy(request -> request, Collectors.counting()));
  }

  @Test
  void itIsReadyAsLongAsHalfOfTheSitesAnswer() throws Exception {
    assertThat(run("ready")).as("before the first round").isZero();
    Files.writeString(state.resolve("0.result"), "10 9\n");
    Files.writeString(state.resolve("3.result"), "10 1\n");
    assertThat(run("ready")).isZero();
    Files.writeString(state.resolve("3.result"), "10 0\n");
    assertThat(run("ready")).isEqualTo(1);
  }
}
