package io.tenantsmith.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.tenantsmith.testing.FleetUnderTest;
import io.tenantsmith.testing.RenderedObject;
import io.tenantsmith.testing.RenderedTenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The test kit does what its pages say, with the sample fleet. */
class TestKitTest {

  private static final Path ROOT = Path.of("..");
  private static final String INITECH =
      """
      tenant_id: initech
      display_name: Initech
      admin_email: it@initech.example.com
      tier: free
      """;

  private final FleetUnderTest fleet = FleetUnderTest.at(ROOT);

  static Stream<RenderedTenant> tenants() {
    return FleetUnderTest.at(ROOT).tenants().stream();
  }

  /** In memory is what is on disk: the sample's output is held current by another test. */
  @ParameterizedTest
  @MethodSource("tenants")
  void aTenantIsRenderedAsItIsWritten(RenderedTenant tenant) throws IOException {
    Path folder = ROOT.resolve("output/clusters/prod-eu-1/tenants").resolve(tenant.id());
    Map<String, String> written = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        written.put(name, Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    assertThat(written.remove("tenant.json")).isNotNull();
    Map<String, String> rendered = new TreeMap<>();
    tenant.files().forEach(name -> rendered.put(name, tenant.file(name)));
    assertThat(rendered).isEqualTo(written);
  }

  @Test
  void findsObjectsAndTheirValues() {
    RenderedTenant acme = fleet.tenant("acme-corp");
    RenderedObject wordpress = acme.object("Deployment", "wordpress");

    assertThat(acme.namespace()).isEqualTo("tenant-acme-corp");
    assertThat(wordpress.namespace()).isEqualTo(acme.namespace());
    assertThat(wordpress).hasToString("Deployment tenant-acme-corp/wordpress");
    assertThat(wordpress.apiVersion()).isEqualTo("apps/v1");
    assertThat(acme.object("MariaDB", "mariadb").at("/spec/replicas")).isEqualTo(2);
    assertThat(wordpress.text("/metadata/labels/tenantsmith.io~1tenant")).isEqualTo("acme-corp");
    assertThat(wordpress.find("/spec/none")).isEmpty();
    assertThat(acme.has("Deployment", "none")).isFalse();
    assertThat(acme.objects("None")).isEmpty();
  }

  @Test
  void whatIsMissingIsSaidWithWhatIsThere() {
    RenderedTenant acme = fleet.tenant("acme-corp");
    RenderedObject namespace = acme.object("Namespace", "tenant-acme-corp");

    assertThatThrownBy(() -> acme.object("Deployment", "wordpres"))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "acme-corp has no Deployment wordpres; of this kind it has "
                + acme.objects("Deployment").stream().map(RenderedObject::name).sorted().toList());
    assertThatThrownBy(() -> acme.object("Deploy", "wordpress"))
        .hasMessageStartingWith("acme-corp has no Deploy wordpress; it has objects of [")
        .hasMessageContaining("Deployment");
    assertThatThrownBy(() -> acme.file("none.yaml"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("has no file none.yaml; it has [")
        .hasMessageContaining("namespace.yaml");
    assertThatThrownBy(() -> namespace.at("/metadata/nam"))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "Namespace tenant-acme-corp has nothing at /metadata/nam; /metadata has the keys "
                + ((Map<?, ?>) namespace.at("/metadata")).keySet());
    assertThatThrownBy(() -> namespace.text("/metadata"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("has no scalar at /metadata");
  }

  @Test
  void aTreeCanNotBeChanged() {
    RenderedObject namespace = fleet.tenant("acme-corp").object("Namespace", "tenant-acme-corp");
    Map<?, ?> labels = (Map<?, ?>) namespace.at("/metadata/labels");
    assertThatThrownBy(labels::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(namespace.tree()::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aTenantOfTheTestUsesTheTiersOfTheFleet() {
    RenderedTenant initech = fleet.tenantOf(INITECH);
    RenderedTenant pro = fleet.tenantOf(INITECH.replace("tier: free", "tier: pro"));

    assertThat(initech.id()).isEqualTo("initech");
    assertThat(initech.object("MariaDB", "mariadb").at("/spec/replicas")).isEqualTo(1);
    assertThat(pro.object("MariaDB", "mariadb").at("/spec/replicas")).isEqualTo(2);
    assertThat(fleet.tenants()).extracting(RenderedTenant::id).doesNotContain("initech");
  }

  @Test
  void aTenantOfTheTestTakesThePlaceOfItsFile() {
    RenderedTenant acme = fleet.tenantOf(INITECH.replace("initech", "acme-corp"));
    assertThat(acme.object("Namespace", "tenant-acme-corp").tree().toString())
        .contains("tenantsmith.io/tier=free");
  }

  @Test
  void aMistakeFailsWithTheTextOfTheCommandLine() {
    String faulty = INITECH.replace("tier: free", "tier: fre");
    String shown =
        """
        tenants/initech.yaml:4:7: error TEN204: there is no tier "fre"
            4 | tier: fre
              |       ^^^
          hint: did you mean "free"?
        """;
    assertThatThrownBy(() -> fleet.tenantOf(faulty))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(shown);
    assertThat(fleet.diagnosticsOf(faulty)).startsWith(shown);
    assertThat(fleet.diagnosticsOf(INITECH)).isEmpty();
    assertThat(fleet.diagnostics()).isEmpty();
    assertThatThrownBy(() -> fleet.tenant("acme-crop"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("did you mean \"acme-corp\"?");
  }

  @Test
  void nothingIsWritten(@TempDir Path empty) {
    assertThatThrownBy(() -> FleetUnderTest.at(empty).tenants())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("SRC101");
    assertThat(empty).isEmptyDirectory();
  }

  /** A consumer has the core, the kit and no more. */
  @Test
  void theKitStandsOnThePublicApiAlone() {
    ArchRuleDefinition.classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "io.tenantsmith.testing",
            "io.tenantsmith.engine",
            "io.tenantsmith.engine.command",
            "io.tenantsmith.diagnostic",
            "io.tenantsmith.surroundings")
        .check(new ClassFileImporter().importPackages(List.of("io.tenantsmith.testing")));
  }
}
