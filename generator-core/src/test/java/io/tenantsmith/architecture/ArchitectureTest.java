package io.tenantsmith.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rules of ARCHITECTURE.md that a machine can hold. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {

  private JavaClasses classes;

  @BeforeAll
  void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("io.tenantsmith");
  }

  @ParameterizedTest
  @MethodSource("io.tenantsmith.architecture.ArrowTable#packages")
  void everyPackageKnowsOnlyWhatTheTableAllows(String name) {
    ArrowTable.rule(name).check(classes);
  }

  @Test
  void thereAreNoPackageCycles() {
    slices().matching("io.tenantsmith.(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void thereAreNoMutableStatics() {
    fields().that().areStatic().should(new BeFinal()).because("house rule 2").check(classes);
  }

  @Test
  void onlySurroundingsReadTheWorld() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage("io.tenantsmith.surroundings..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(java.util.Locale.class, "getDefault")
            .orShould()
            .callMethod(java.nio.charset.Charset.class, "defaultCharset")
            .orShould()
            .callMethod(java.util.TimeZone.class, "getDefault")
            .orShould()
            .callMethod(java.time.ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .because("house rule 7");
    rule.check(classes);
  }

  @Test
  void whatIsRenderedComesFromOrderedCollections() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage("io.tenantsmith.render..", "io.tenantsmith.json..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.HashMap")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.HashSet")
            .because("house rule 8: their order is nobody's choice");
    rule.check(classes);
  }

  @Test
  void onlyOutputAndGitWrite() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.tenantsmith.output..", "io.tenantsmith.git..")
        .should()
        .callMethodWhere(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "java.nio.file.Files writes",
                call ->
                    call.getTargetOwner().isEquivalentTo(java.nio.file.Files.class)
                        && List.of(
                                "write",
                                "writeString",
                                "newOutputStream",
                                "move",
                                "copy",
                                "delete",
                                "deleteIfExists",
                                "createDirectory",
                                "createDirectories",
                                "createFile")
                            .contains(call.getName())))
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

  private static final class BeFinal extends ArchCondition<JavaField> {
    BeFinal() {
      super("be final");
    }

    @Override
    public void check(JavaField field, ConditionEvents events) {
      boolean generated = field.getName().startsWith("$");
      if (!generated && !field.getModifiers().contains(JavaModifier.FINAL)) {
        events.add(SimpleConditionEvent.violated(field, field.getFullName() + " can change"));
      }
    }
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
