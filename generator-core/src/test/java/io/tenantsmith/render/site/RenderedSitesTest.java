package io.tenantsmith.render.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.VariantFleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.objects.Node;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.run.RenderedArtifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the texts of a site promise each other and the objects around them. That they run at all is
 * shown by .ci/check-sites, on the real programs.
 */
class RenderedSitesTest {

  private static final Pattern SECRET_FILE = Pattern.compile("/run/secrets/[a-z-]+");

  private static final List<RenderedSite> SITES = new ArrayList<>();

  /** Of the sample fleet and of all variants, each rendered once. */
  @BeforeAll
  static void render(@TempDir Path folder) throws IOException {
    add("sample", SampleFleet.root());
    for (String name : VariantFleet.names()) {
      add(name, VariantFleet.copyTo(folder.resolve(name), name));
    }
  }

  private static void add(String name, Path folder) {
    RenderedArtifacts fleet = RenderedArtifacts.of(folder);
    List<Artifact> all = fleet.all();
    for (ResolvedTenant tenant : fleet.tenants()) {
      Optional<Artifact> file =
          fleet.ofTenant(tenant.id().value()).stream()
              .filter(each -> each.path().value().endsWith("/wordpress.yaml"))
              .findFirst();
      file.ifPresent(site -> SITES.add(new RenderedSite(name, tenant, site, all)));
    }
  }

  static Stream<RenderedSite> sites() {
    return SITES.stream();
  }

  @AfterAll
  static void forget() {
    SITES.clear();
  }

  @ParameterizedTest
  @MethodSource("sites")
  void nobodyInstallsButTheJob(RenderedSite site) {
    Pattern denied = denied(site.text("site.conf"), "/usr/src/wordpress/wp-admin");
    for (String script : List.of("install", "install-helper", "setup-config", "upgrade")) {
      assertThat(script + ".php").containsPattern(denied);
    }
    assertThat("index.php").doesNotContainPattern(denied);
    assertThat("admin-ajax.php").doesNotContainPattern(denied);
  }

  @ParameterizedTest
  @MethodSource("sites")
  void aPodIsReadyOnceTheSiteIsInstalled(RenderedSite site) {
    Node container = site.container();
    String path = container.at("readinessProbe", "httpGet", "path").text();
    Matcher alias =
        Pattern.compile("Alias " + Pattern.quote(path) + " (\\S+)").matcher(site.text("site.conf"));
    assertThat(alias.find()).as("%s is no page of WordPress", path).isTrue();
    String file = alias.group(1);
    assertThat(mounts(container)).contains(file);
    String asked = site.text(file.substring(file.lastIndexOf('/') + 1));
    assertThat(asked).contains("SHORTINIT", "tenantsmith_installed", "503");
    for (String other : List.of("startupProbe", "livenessProbe")) {
      assertThat(container.at(other, "httpGet", "path").text()).startsWith("/wp-includes/");
    }
  }

  @ParameterizedTest
  @MethodSource("sites")
  void theMarkIsSetWhenAllBeforeItIsDoneAndDownloadsComeLast(RenderedSite site) {
    String script = site.text("install.sh");
    List<String> order = new ArrayList<>();
    order.add("php /etc/wordpress/reset.php");
    order.add("core install");
    order.add("permalink_structure");
    order.add("option add tenantsmith_installed");
    order.add("core update-db");
    order.add("accounts.php");
    order.add("failed=0");
    assertThat(order.stream().map(script::indexOf).toList()).isSorted().doesNotContain(-1);
    for (String download : List.of("plugin install", "theme install")) {
      int at = script.indexOf(download);
      assertThat(at < 0 || at > script.indexOf("content-bot.php")).isTrue();
      assertThat(at < 0 || at > script.indexOf("failed=0")).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("sites")
  void aJobNeverGivesUpAndIsWaitedFor(RenderedSite site) {
    List<Node> jobs = site.objects("Job");
    assertThat(jobs).isNotEmpty();
    for (Node job : jobs) {
      assertThat(job.at("spec", "activeDeadlineSeconds").isMissing()).isTrue();
      assertThat(job.at("spec", "ttlSecondsAfterFinished").isMissing()).isTrue();
      assertThat(job.at("spec", "backoffLimit").numberOr(6)).isGreaterThanOrEqualTo(100_000);
    }
    String end = "/flux/tenants/" + site.tenant().id() + ".yaml";
    Optional<Artifact> flux =
        site.all().stream().filter(file -> file.path().value().endsWith(end)).findFirst();
    if (flux.isEmpty()) {
      return; // its cluster is not followed by Flux
    }
    Node checks = Node.of(flux.get().objects().get(0).tree()).at("spec", "healthChecks");
    assertThat(
            checks.items().stream()
                .filter(check -> check.get("kind").is("Job"))
                .map(check -> check.get("name").text()))
        .containsExactlyElementsOf(
            jobs.stream().map(job -> job.at("metadata", "name").text()).toList());
  }

  @ParameterizedTest
  @MethodSource("sites")
  void whatIsMountedFromTheTextsIsThere(RenderedSite site) {
    Set<String> files = site.texts().keySet();
    List<Node> containers = new ArrayList<>(List.of(site.container()));
    Node job = site.objects("Job").get(0).at("spec", "template", "spec");
    containers.addAll(job.get("containers").items());
    containers.addAll(job.get("initContainers").items());
    for (Node container : containers) {
      for (Node mount : container.get("volumeMounts").items()) {
        if (mount.get("name").is("config") && !mount.get("subPath").isMissing()) {
          assertThat(files).contains(mount.get("subPath").text());
        }
      }
    }
  }

  /**
   * A text that the Job runs finds its Secrets in the Job's pod, every other one in a web pod's.
   */
  @ParameterizedTest
  @MethodSource("sites")
  void whatTheTextsReadIsMounted(RenderedSite site) {
    Set<String> ofJob =
        mounts(
            site.objects("Job").get(0).at("spec", "template", "spec", "containers").items().get(0));
    Set<String> ofWeb = mounts(site.container());
    Map<String, String> texts = site.texts();
    texts.forEach(
        (name, text) -> {
          Set<String> read =
              SECRET_FILE
                  .matcher(text)
                  .results()
                  .map(MatchResult::group)
                  .collect(Collectors.toSet());
          assertThat(WordPressTexts.OF_THE_JOB.contains(name) ? ofJob : ofWeb)
              .as(name)
              .containsAll(read);
        });
    // one text of the web pods is also run by the Job
    if (site.text("first-password.php").contains("mail.php")
        && site.text("mail.php").contains("SMTPAuth")) {
      assertThat(ofJob).contains("/run/secrets/wordpress-mail");
    }
  }

  @ParameterizedTest
  @MethodSource("sites")
  void connectionsAreVerified(RenderedSite site) {
    Map<String, String> texts = site.texts();
    texts.forEach(
        (name, text) -> {
          if (text.contains("MYSQLI_CLIENT_SSL")) {
            assertThat(text).as(name).contains("MYSQLI_CLIENT_SSL_VERIFY_SERVER_CERT");
          }
          if (text.contains("openssl.cafile")) {
            assertThat(text).as("%s: public authorities stay", name).contains("openssl.capath");
          }
        });
    if (site.tenant().cluster().mail().isPresent()) {
      assertThat(site.text("mail.php"))
          .containsPattern("SMTPSecure = '(ssl|tls)';")
          .doesNotContain("verify_peer");
    } else {
      assertThat(texts).doesNotContainKeys("mail.php", "first-password.php");
    }
  }

  @ParameterizedTest
  @MethodSource("sites")
  void aFormOfTheLargestFileIsTaken(RenderedSite site) {
    String ini = site.text("tenant.ini");
    assertThat(megabytes(ini, "post_max_size"))
        .isGreaterThan(megabytes(ini, "upload_max_filesize"));
  }

  @ParameterizedTest
  @MethodSource("sites")
  void whoSignsOnSignsOutAndKeepsNoToken(RenderedSite site) {
    String config = site.text("config-extra.php");
    ResolvedTenant tenant = site.tenant();
    assertThat(config)
        .contains("define('WP_HOME', 'https://" + tenant.hosts().canonical() + "');")
        .contains("$_SERVER['HTTPS'] = 'on';")
        .doesNotContain("offline_access", "HTTP_HOST");
    if (config.contains("OIDC_CLIENT_ID")) {
      assertThat(site.text("tenant-roles.php")).contains("'logout_redirect'", "state_time_limit");
      assertThat(site.text("accounts.php")).contains("getenv('ADMIN_EMAIL'), 'administrator@");
    }
  }

  @ParameterizedTest
  @MethodSource("sites")
  void theBotNeverEdits(RenderedSite site) {
    Map<String, String> texts = site.texts();
    assertThat(texts.getOrDefault("content-bot.php", "'role' => 'contributor'"))
        .containsPattern("'role' => '(author|contributor)'")
        .doesNotContain("@" + site.tenant().hosts().canonical());
  }

  /**
   * The side of content automation in the site is there where the bot is, and as it was written.
   */
  @ParameterizedTest
  @MethodSource("sites")
  void whatMarksItsPostsIsLoadedWhereTheBotIs(RenderedSite site) throws IOException {
    Map<String, String> texts = site.texts();
    Path written = SampleFleet.root().resolve("content/content-automation.php");
    String loaded = "/etc/wordpress/mu-plugins/content-automation.php";
    if (site.tenant().get(TenantKeys.CONTENT_AUTOMATION)) {
      assertThat(texts).containsKey("content-bot.php");
      assertThat(site.text("content-automation.php")).isEqualTo(Files.readString(written));
      assertThat(mounts(site.container())).contains(loaded);
    } else {
      assertThat(texts).doesNotContainKeys("content-bot.php", "content-automation.php");
      assertThat(mounts(site.container())).doesNotContain(loaded);
    }
  }

  /** The page's ways to the emergency account lead through what is rendered. */
  @Test
  void theEmergencyAccountIsReachedAsThePageSays() throws IOException {
    String page = Files.readString(SampleFleet.root().resolve("docs/wordpress.md"));
    assertThat(page)
        .contains(
            "kubectl -n tenant-acme-corp get secret wordpress-admin -o jsonpath='{.data.password}'")
        .contains(
            "exec -i deployment/wordpress -- php -r 'require \"/usr/src/wordpress/wp-load.php\"")
        .contains("get_user_by(\"login\", \"acme-admin\")");
    assertThat(acme().objects("Deployment").get(0).at("metadata", "name").text())
        .isEqualTo("wordpress");
    Node job = acme().objects("Job").get(0).at("spec", "template", "spec");
    assertThat(job.get("volumes").items())
        .anyMatch(
            volume ->
                volume.at("secret", "secretName").is("wordpress-admin")
                    && volume.at("secret", "items").items().get(0).get("key").is("password"));
    assertThat(job.get("containers").items().get(0).get("env").items())
        .anyMatch(env -> env.get("name").is("ADMIN_USER") && env.get("value").is("acme-admin"));
    assertThat(mounts(acme().container())).contains("/usr/src/wordpress/wp-config.php");
  }

  private static RenderedSite acme() {
    return SITES.stream()
        .filter(site -> site.toString().equals("sample/acme-corp"))
        .findFirst()
        .orElseThrow();
  }

  /** The files of a folder that nobody gets. */
  private static Pattern denied(String apache, String folder) {
    Matcher found =
        Pattern.compile(
                "<Directory "
                    + Pattern.quote(folder)
                    + ">\\s+<FilesMatch \"([^\"]+)\">\\s+Require all denied")
            .matcher(apache);
    assertThat(found.find()).as(folder).isTrue();
    return Pattern.compile(found.group(1));
  }

  private static int megabytes(String ini, String name) {
    Matcher value = Pattern.compile("(?m)^" + name + " = (\\d+)M$").matcher(ini);
    assertThat(value.find()).as(name).isTrue();
    return Integer.parseInt(value.group(1));
  }

  private static Set<String> mounts(Node container) {
    Set<String> mounts = new TreeSet<>();
    container.get("volumeMounts").items().forEach(m -> mounts.add(m.get("mountPath").text()));
    return mounts;
  }
}
