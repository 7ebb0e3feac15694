package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.YamlTrees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The same fleet with Secrets of the cluster and with a vault: a role a tenant, and no more. */
class VaultTest {

  private static final String VAULT =
      """
      secrets:
        provider: vault
        server: https://vault.example.com
        path: tenants
        auth_mount: kubernetes
      """;
  private static final List<String> TENANTS = List.of("acme-corp", "globex", "tenant1");
  private static final String CLUSTER = "clusters/prod-eu-1/";

  @TempDir private Path folder;

  private SortedMap<String, String> inCluster;
  private SortedMap<String, String> inVault;

  @BeforeEach
  void render() throws IOException {
    inCluster = render("kubernetes", "secrets:\n  provider: kubernetes\n");
    inVault = render("vault", VAULT);
  }

  @Test
  void onlyFilesOfSecretsAndWhatListsThemDiffer() {
    Set<String> different = new TreeSet<>();
    inVault.forEach(
        (path, text) -> {
          if (!text.equals(inCluster.get(path))) {
            different.add(path);
          }
        });
    Set<String> expected =
        new TreeSet<>(
            Set.of("README.md", "index.json", CLUSTER + "platform/admin-apps/secrets.yaml"));
    for (String tenant : TENANTS) {
      expected.add(CLUSTER + "tenants/" + tenant + "/backup.yaml");
      expected.add(CLUSTER + "tenants/" + tenant + "/secrets.yaml");
      expected.add(CLUSTER + "tenants/" + tenant + "/tenant.json");
    }
    assertThat(inVault.keySet()).isEqualTo(inCluster.keySet());
    assertThat(different).isEqualTo(expected);
  }

  @Test
  void thePlatformGetsAnAccountAndAStoreMore() {
    String file = CLUSTER + "platform/admin-apps/secrets.yaml";
    assertThat(file(inVault, file)).startsWith(file(inCluster, file));
    List<JsonNode> more =
        YamlTrees.trees(file(inVault, file).substring(file(inCluster, file).length()));
    assertThat(more.stream().map(VaultTest::name))
        .containsExactly("ServiceAccount admin-apps/vault-writer", "SecretStore admin-apps/vault");
    assertThat(signOn(more.get(1))).isEqualTo("admin-apps vault-writer [\"vault\"] kubernetes");
  }

  @Test
  void aTenantSignsOnAsItselfAndNeedsNoRightInAdminApps() {
    for (String tenant : TENANTS) {
      Map<String, JsonNode> before = objects(inCluster, tenant);
      Map<String, JsonNode> after = objects(inVault, tenant);
      String own = "tenant-" + tenant;
      Set<String> gone = new HashSet<>(before.keySet());
      gone.removeAll(after.keySet());
      assertThat(gone)
          .containsExactlyInAnyOrder(
              "Role admin-apps/read-tenant-" + tenant,
              "RoleBinding admin-apps/read-tenant-" + tenant);
      JsonNode store = Objects.requireNonNull(after.get("SecretStore " + own + "/platform"));
      assertThat(signOn(store)).isEqualTo(own + " tenant-secrets [\"vault\"] kubernetes");
      assertThat(store.at("/spec/provider").propertyNames()).containsExactly("vault");
      after.forEach(
          (name, object) -> {
            if (before.containsKey(name) && !name.startsWith("SecretStore ")) {
              assertThat(withoutRemoteKeys(object)).isEqualTo(withoutRemoteKeys(before.get(name)));
            }
          });
    }
  }

  /** What a tenant reads is what admin-apps brings there. */
  @Test
  void everyValueThatIsReadIsBroughtThere() {
    for (String tenant : TENANTS) {
      Set<String> read = new TreeSet<>();
      Set<String> brought = new TreeSet<>();
      Set<String> made = new HashSet<>();
      objects(inVault, tenant)
          .forEach(
              (name, object) -> {
                made.add(name);
                for (JsonNode item : object.at("/spec/data")) {
                  read.add(place(item.path("remoteRef"), "key"));
                  brought.add(place(item.at("/match/remoteRef"), "remoteKey"));
                }
              });
      objects(inVault, tenant)
          .forEach(
              (name, object) -> {
                if (name.startsWith("PushSecret ")) {
                  String secret = object.at("/spec/selector/secret/name").asString();
                  String namespace = object.at("/metadata/namespace").asString();
                  assertThat(
                          made.contains("ExternalSecret " + namespace + "/" + secret)
                              || isAskedFor(secret))
                      .as(secret)
                      .isTrue();
                }
              });
      read.remove(" ");
      brought.remove(" ");
      brought.removeIf(place -> place.contains("/generated/")); // what people put back, if need be
      assertThat(read).isEqualTo(brought).hasSizeGreaterThan(2);
      assertThat(read).allMatch(place -> place.startsWith("tenant-" + tenant + "/"));
    }
  }

  /** File backups hold no Secrets then, so that what is made once needs a copy elsewhere. */
  @Test
  void everyValueThatIsMadeForATenantHasACopyInTheVault() {
    for (String tenant : TENANTS) {
      Map<String, JsonNode> objects = objects(inVault, tenant);
      Set<String> made = new TreeSet<>();
      Set<String> kept = new TreeSet<>();
      objects.forEach(
          (name, object) -> {
            String own = "tenant-" + tenant;
            boolean inside = object.at("/metadata/namespace").asString().equals(own);
            if (inside && object.at("/spec/refreshPolicy").asString("").equals("CreatedOnce")) {
              made.add(object.at("/spec/target/name").asString());
            }
            if (inside && name.startsWith("PushSecret ")) {
              String secret = object.at("/spec/selector/secret/name").asString();
              assertThat(object.at("/spec/updatePolicy").asString()).isEqualTo("IfNotExists");
              assertThat(object.at("/spec/data/0/match").propertyNames())
                  .as("all keys of the Secret")
                  .containsExactly("remoteRef");
              assertThat(object.at("/spec/data/0/match/remoteRef/remoteKey").asString())
                  .isEqualTo(own + "/generated/" + secret);
              kept.add(secret);
            }
          });
      assertThat(kept).isEqualTo(made).contains("backup-encryption", "mariadb-root");
      String backup = CLUSTER + "tenants/" + tenant + "/backup.yaml";
      assertThat(file(inVault, backup).replace("      - secrets\n", ""))
          .isEqualTo(file(inCluster, backup))
          .isNotEqualTo(file(inVault, backup));
    }
  }

  /** Whether the platform is told to make it. */
  private boolean isAskedFor(String secret) {
    return file(inVault, "README.md").contains("| admin-apps | " + secret + " |");
  }

  @Test
  void theReadmeTellsWhatTheVaultNeeds() {
    assertThat(file(inVault, "README.md"))
        .contains("| admin-apps | backup-s3 |", "path \"tenants/data/+/backup-s3\"")
        .doesNotContain("| the vault |", "vault kv put")
        .contains("vault write auth/kubernetes/role/admin-apps")
        .contains("namespace=tenant-<tenant_id>")
        .contains("printf 'path \"tenants/%s\" ", "\"data/$namespace/generated/*\"")
        .doesNotContain("@path@", "@mount@", "@server@", "@prefix@");
    assertThat(file(inCluster, "README.md")).doesNotContain("vault");
  }

  /** Then nobody but the platform's people and the tenant itself has a tenant's keys. */
  @Test
  void nothingHandsOnKeysToTheBucketThatATenantHasForItself() throws IOException {
    SortedMap<String, String> byTenant =
        render("tenant", VAULT, "backup:\n", "backup:\n  credentials: tenant\n");
    assertThat(file(byTenant, "README.md"))
        .contains("| the vault | backup-s3, one a tenant, see below |", "\"$namespace/backup-s3\"")
        .doesNotContain("| admin-apps | backup-s3", "/+/backup-s3");
    for (String tenant : TENANTS) {
      Map<String, JsonNode> objects = objects(byTenant, tenant);
      assertThat(objects).doesNotContainKey("PushSecret admin-apps/backup-s3-" + tenant);
      JsonNode read =
          Objects.requireNonNull(objects.get("ExternalSecret tenant-" + tenant + "/backup-s3"));
      assertThat(read.at("/spec/data/0/remoteRef/key").asString())
          .isEqualTo("tenant-" + tenant + "/backup-s3");
    }
  }

  /** Whatever of the vault changes is in every fingerprint: folders are then rendered anew. */
  @Test
  void everySettingOfTheVaultIsInTheFingerprint() throws IOException {
    Set<String> fingerprints = new HashSet<>();
    fingerprints.add(facts(inCluster));
    fingerprints.add(facts(inVault));
    fingerprints.add(facts(render("server", VAULT.replace("vault.example", "v.example"))));
    fingerprints.add(facts(render("path", VAULT.replace("path: tenants", "path: others"))));
    fingerprints.add(facts(render("mount", VAULT.replace("auth_mount: kube", "auth_mount: cube"))));
    assertThat(fingerprints).hasSize(5);
  }

  private static String file(Map<String, String> tree, String path) {
    return Objects.requireNonNull(tree.get(path));
  }

  private static String facts(Map<String, String> tree) {
    String text = file(tree, "index.json");
    int at = text.indexOf("\"fingerprint\"", text.indexOf("\"globex\""));
    return text.substring(at, text.indexOf(',', at));
  }

  private static String signOn(JsonNode store) {
    JsonNode signOn = store.at("/spec/provider/vault/auth/kubernetes");
    return signOn.path("role").asString()
        + " "
        + signOn.at("/serviceAccountRef/name").asString()
        + " "
        + signOn.at("/serviceAccountRef/audiences")
        + " "
        + signOn.path("mountPath").asString();
  }

  private static String place(JsonNode remote, String key) {
    return remote.path(key).asString("") + " " + remote.path("property").asString("");
  }

  private static JsonNode withoutRemoteKeys(JsonNode object) {
    JsonNode copy = object.deepCopy();
    for (JsonNode item : copy.at("/spec/data")) {
      ((ObjectNode) item.path("remoteRef")).remove("key");
    }
    return copy;
  }

  private static Map<String, JsonNode> objects(Map<String, String> tree, String tenant) {
    Map<String, JsonNode> objects = new TreeMap<>();
    YamlTrees.trees(file(tree, CLUSTER + "tenants/" + tenant + "/secrets.yaml"))
        .forEach(object -> objects.put(name(object), object));
    return objects;
  }

  private static String name(JsonNode object) {
    return object.path("kind").asString()
        + " "
        + object.at("/metadata/namespace").asString()
        + "/"
        + object.at("/metadata/name").asString();
  }

  private SortedMap<String, String> render(String name, String secrets) throws IOException {
    return render(name, secrets, "", "");
  }

  private SortedMap<String, String> render(String name, String secrets, String old, String with)
      throws IOException {
    Path copy = SampleFleet.copyTo(folder.resolve(name), 1);
    Path fleet = copy.resolve("fleet.yaml");
    String text = Files.readString(fleet, StandardCharsets.UTF_8);
    Files.writeString(
        fleet, text.replace(old, with).replace("secrets:\n  provider: kubernetes\n", secrets));
    Report report = new Generate(false).run(Request.of(copy), Session.ofThisProcess());
    assertThat(new ArrayList<>(report.diagnostics())).isEmpty();
    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    return SampleFleet.tree(copy.resolve("output"));
  }
}
