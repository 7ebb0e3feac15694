package io.tenantsmith.render.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.objects.Node;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.run.RenderedArtifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the texts of a site promise each other and the objects around them. That they run at all is
 * shown by .ci/check-sites, on the real programs.
 */
class RenderedSitesTest {

  private static final RenderedArtifacts FLEET = RenderedArtifacts.of(SampleFleet.root());
  private static final Pattern SECRET_FILE = Pattern.compile("/run/secrets/[a-z-]+");

  static Stream<String> tenants() {
    return FLEET.tenants().stream().map(tenant -> tenant.id().value());
  }

  @ParameterizedTest
  @MethodSource("tenants")
  void nobodyInstallsButTheJob(String id) {
    Pattern denied = denied(text(id, "site.conf"), "/usr/src/wordpress/wp-admin");
    for (String script : List.of("install", "install-helper", "setup-config", "upgrade")) {
      assertThat(script + ".php").containsPattern(denied);
    }
    assertThat("index.php").doesNotContainPattern(denied);
    assertThat("admin-ajax.php").doesNotContainPattern(denied);
  }

  @ParameterizedTest
  @MethodSource("tenants")
  void aPodIsReadyOnceTheSiteIsInstalled(String id) {
    Node container = container(id);
    String path = container.at("readinessProbe", "httpGet", "path").text();
    Matcher alias =
        Pattern.compile("Alias " + Pattern.quote(path) + " (\\S+)").matcher(text(id, "site.conf"));
    assertThat(alias.find()).as("%s is no page of WordPress", path).isTrue();
    String file = alias.group(1);
    assertThat(mounts(container)).contains(file);
    String asked = text(id, file.substring(file.lastIndexOf('/') + 1));
    assertThat(asked).contains("SHORTINIT", "tenantsmith_installed", "503");
    for (String other : List.of("startupProbe", "livenessProbe")) {
      assertThat(container.at(other, "httpGet", "path").text()).startsWith("/wp-includes/");
    }
  }

  @ParameterizedTest
  @MethodSource("tenants")
  void theMarkIsSetWhenAllBeforeItIsDoneAndDownloadsComeLast(String id) {
    String script = text(id, "install.sh");
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
  @MethodSource("tenants")
  void aJobNeverGivesUpAndIsWaitedFor(String id) {
    List<Node> jobs = objects(id, "Job");
    assertThat(jobs).isNotEmpty();
    for (Node job : jobs) {
      assertThat(job.at("spec", "activeDeadlineSeconds").isMissing()).isTrue();
      assertThat(job.at("spec", "ttlSecondsAfterFinished").isMissing()).isTrue();
      assertThat(job.at("spec", "backoffLimit").numberOr(6)).isGreaterThanOrEqualTo(100_000);
    }
    Artifact flux =
        FLEET.all().stream()
            .filter(file -> file.path().value().endsWith("/flux/tenants/" + id + ".yaml"))
            .findFirst()
            .orElseThrow();
    Node checks = Node.of(flux.objects().get(0).tree()).at("spec", "healthChecks");
    assertThat(
            checks.items().stream()
                .filter(check -> check.get("kind").is("Job"))
                .map(check -> check.get("name").text()))
        .containsExactlyElementsOf(
            jobs.stream().map(job -> job.at("metadata", "name").text()).toList());
  }

  @ParameterizedTest
  @MethodSource("tenants")
  void whatIsMountedFromTheTextsIsThere(String id) {
    Set<String> files = texts(id).keySet();
    List<Node> containers = new ArrayList<>(List.of(container(id)));
    Node job = objects(id, "Job").get(0).at("spec", "template", "spec");
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
  @MethodSource("tenants")
  void whatTheTextsReadIsMounted(String id) {
    Set<String> ofJob =
        mounts(
            objects(id, "Job").get(0).at("spec", "template", "spec", "containers").items().get(0));
    Set<String> ofWeb = mounts(container(id));
    Map<String, String> texts = texts(id);
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
    if (texts.containsKey("first-password.php")) {
      assertThat(ofJob).contains("/run/secrets/wordpress-mail");
    }
  }

  @ParameterizedTest
  @MethodSource("tenants")
  void connectionsAreVerified(String id) {
    Map<String, String> texts = texts(id);
    texts.forEach(
        (name, text) -> {
          if (text.contains("MYSQLI_CLIENT_SSL")) {
            assertThat(text).as(name).contains("MYSQLI_CLIENT_SSL_VERIFY_SERVER_CERT");
          }
          if (text.contains("openssl.cafile")) {
            assertThat(text).as("%s: public authorities stay", name).contains("openssl.capath");
          }
        });
    String mail = texts.get("mail.php");
    assertThat(mail).contains("SMTPSecure = 't").doesNotContain("verify_peer");
  }

  @ParameterizedTest
  @MethodSource("tenants")
  void aFormOfTheLargestFileIsTaken(String id) {
    String ini = text(id, "tenant.ini");
    assertThat(megabytes(ini, "post_max_size"))
        .isGreaterThan(megabytes(ini, "upload_max_filesize"));
  }

  @ParameterizedTest
  @MethodSource("tenants")
  void whoSignsOnSignsOutAndKeepsNoToken(String id) {
    String config = text(id, "config-extra.php");
    ResolvedTenant tenant = FLEET.tenant(id);
    assertThat(config)
        .contains("define('WP_HOME', 'https://" + tenant.hosts().canonical() + "');")
        .contains("$_SERVER['HTTPS'] = 'on';")
        .doesNotContain("offline_access", "HTTP_HOST");
    if (config.contains("OIDC_CLIENT_ID")) {
      assertThat(text(id, "tenant-roles.php")).contains("'logout_redirect'", "state_time_limit");
      assertThat(text(id, "accounts.php")).contains("getenv('ADMIN_EMAIL'), 'administrator@");
    }
  }

  @ParameterizedTest
  @MethodSource("tenants")
  void theBotNeverEdits(String id) {
    Map<String, String> texts = texts(id);
    assertThat(texts.getOrDefault("content-bot.php", "'role' => 'contributor'"))
        .containsPattern("'role' => '(author|contributor)'")
        .doesNotContain("@" + FLEET.tenant(id).hosts().canonical());
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
    assertThat(objects("acme-corp", "Deployment").get(0).at("metadata", "name").text())
        .isEqualTo("wordpress");
    Node job = objects("acme-corp", "Job").get(0).at("spec", "template", "spec");
    assertThat(job.get("volumes").items())
        .anyMatch(
            volume ->
                volume.at("secret", "secretName").is("wordpress-admin")
                    && volume.at("secret", "items").items().get(0).get("key").is("password"));
    assertThat(job.get("containers").items().get(0).get("env").items())
        .anyMatch(env -> env.get("name").is("ADMIN_USER") && env.get("value").is("acme-admin"));
    assertThat(mounts(container("acme-corp"))).contains("/usr/src/wordpress/wp-config.php");
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

  private static Node container(String id) {
    return objects(id, "Deployment")
        .get(0)
        .at("spec", "template", "spec", "containers")
        .items()
        .get(0);
  }

  private static Set<String> mounts(Node container) {
    Set<String> mounts = new TreeSet<>();
    container.get("volumeMounts").items().forEach(m -> mounts.add(m.get("mountPath").text()));
    return mounts;
  }

  private static String text(String id, String name) {
    return texts(id).getOrDefault(name, "");
  }

  private static Map<String, String> texts(String id) {
    Map<String, String> texts = new TreeMap<>();
    Map<?, ?> data = (Map<?, ?>) site(id).objects().get(0).tree().get("data");
    assertThat(data).isNotNull();
    data.forEach((name, text) -> texts.put((String) name, (String) text));
    return texts;
  }

  private static List<Node> objects(String id, String kind) {
    return site(id).objects().stream()
        .filter(object -> object.kind().equals(kind))
        .map(KubernetesObject::tree)
        .map(Node::of)
        .toList();
  }

  private static Artifact site(String id) {
    return FLEET.ofTenant(id).stream()
        .filter(file -> file.path().value().endsWith("/wordpress.yaml"))
        .findFirst()
        .orElseThrow();
  }
}
