package io.tenantsmith.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A front knows the engine, diagnostics and the surroundings it hands in, and nothing behind. */
class FrontTest {

  @Test
  void knowsNothingBehindTheEngine() throws IOException {
    assertThat(Files.readString(Path.of("../ARCHITECTURE.md")))
        .containsPattern("cli, maven +-> engine.command, engine, diagnostic, surroundings\n");
    classes()
        .that()
        .resideInAPackage("io.tenantsmith.maven") // What Maven generates lies below.
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.tenantsmith.maven",
            "io.tenantsmith.engine..",
            "io.tenantsmith.diagnostic",
            "io.tenantsmith.surroundings",
            "java..",
            "javax..",
            "org.jspecify..",
            "org.apache.maven..")
        .because("house rule 1, and the row of the fronts in ARCHITECTURE.md")
        .check(
            new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("io.tenantsmith.maven"));
  }

  /** Maven 4 puts a prefix before each line of System.out, which then is no annotation any more. */
  @Test
  void nothingGoesThroughTheStreamsThatMavenReplaces() {
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("io.tenantsmith.maven"));
  }
}
