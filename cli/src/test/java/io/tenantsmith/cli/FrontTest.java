package io.tenantsmith.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Option;

/** A front knows the engine, diagnostics and the surroundings it hands in, and nothing behind. */
class FrontTest {

  @Test
  void knowsNothingBehindTheEngine() throws IOException {
    assertThat(Files.readString(Path.of("../ARCHITECTURE.md")))
        .containsPattern("cli, maven +-> engine.command, engine, diagnostic, surroundings\n");
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.tenantsmith.cli..",
            "io.tenantsmith.engine..",
            "io.tenantsmith.diagnostic",
            "io.tenantsmith.surroundings",
            "java..",
            "javax..",
            "org.jspecify..",
            "picocli..")
        .because("house rule 1, and the row of the fronts in ARCHITECTURE.md")
        .check(ours());
  }

  /** Java lists a class's methods in an order that changes: help and completion would, too. */
  @Test
  void optionsAreFields() {
    noMethods().should().beAnnotatedWith(Option.class).check(ours());
  }

  private static JavaClasses ours() {
    return new ClassFileImporter()
        .withImportOption(new DoNotIncludeTests())
        .importPackages("io.tenantsmith.cli");
  }
}
