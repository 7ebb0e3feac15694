package io.tenantsmith.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.tenantsmith.engine.Request;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rules of ARCHITECTURE.md that a machine can hold. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {

  private final ArrowTable table = ArrowTable.read();
  private JavaClasses classes;

  /** All classes that are compiled beside the engine, whatever their package is called. */
  @BeforeAll
  void read() {
    classes =
        new ClassFileImporter()
            .importUrl(Request.class.getProtectionDomain().getCodeSource().getLocation());
  }

  List<String> packages() {
    return table.packages();
  }

  @Test
  void everyPackageHasARow() {
    Set<String> found = found();
    found.removeAll(rows());
    assertThat(found)
        .as(
            "packages without a row; add one to the table of ARCHITECTURE.md,"
                + " \"Which package may know which\"")
        .isEmpty();
  }

  @Test
  void everyRowHasAPackage() {
    Set<String> rows = rows();
    rows.removeAll(found());
    assertThat(rows).as("rows of ARCHITECTURE.md whose package is gone").isEmpty();
  }

  @Test
  void theRowsNameOnlyPackagesAndLibrariesOfTheTable() {
    assertThat(table.strangers()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void everyPackageKnowsOnlyWhatTheTableAllows(String name) {
    table.rule(name).check(classes);
  }

  @Test
  void thereAreNoPackageCycles() {
    slices().matching("io.tenantsmith.(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void thereAreNoMutableStatics() {
    assertThat(StaticValues.mutable(classes)).as("house rule 2").isEmpty();
  }

  @Test
  void onlySurroundingsReadTheWorld() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.tenantsmith.surroundings..")
        .should()
        .dependOnClassesThat(WorldTypes.types())
        .orShould()
        .accessTargetWhere(WorldTypes.accesses())
        .because("house rule 7: ask Surroundings")
        .check(classes);
  }

  @Test
  void whatIsRenderedComesFromOrderedCollections() {
    noClasses()
        .that()
        .resideInAnyPackage("io.tenantsmith.render..", "io.tenantsmith.json..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.HashMap")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.HashSet")
        .because("house rule 8: their order is nobody's choice")
        .check(classes);
  }

  @Test
  void onlyOutputAndGitWrite() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.tenantsmith.output..", "io.tenantsmith.git..")
        .should()
        .dependOnClassesThat(WritingTypes.types())
        .orShould()
        .accessTargetWhere(WritingTypes.accesses())
        .because("house rule 11")
        .check(classes);
  }

  @Test
  void namesSayWhatAClassIs() {
    ArchRuleDefinition.classes()
        .should(new HaveNoEmptyName())
        .because("house rule 15")
        .check(classes);
  }

  private Set<String> found() {
    return classes.stream()
        .map(JavaClass::getPackageName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> rows() {
    return packages().stream().map(ArrowTable::ours).collect(Collectors.toCollection(TreeSet::new));
  }

  private static final class HaveNoEmptyName extends ArchCondition<JavaClass> {
    private static final List<String> EMPTY =
        List.of("Manager", "Helper", "Util", "Utils", "Impl", "Base");

    HaveNoEmptyName() {
      super("have a name that says something");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      for (String word : EMPTY) {
        if (type.getSimpleName().endsWith(word)) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " ends in " + word));
        }
      }
    }
  }
}
