package io.tenantsmith.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** A front knows the engine, diagnostics and the surroundings it hands in, and nothing behind. */
class FrontTest {

  @Test
  void knowsNothingBehindTheEngine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.tenantsmith.publish..",
            "io.tenantsmith.output..",
            "io.tenantsmith.render..",
            "io.tenantsmith.rule..",
            "io.tenantsmith.tier..",
            "io.tenantsmith.bind..",
            "io.tenantsmith.schema..",
            "io.tenantsmith.source..",
            "io.tenantsmith.yaml..",
            "io.tenantsmith.model..",
            "io.tenantsmith.json..",
            "io.tenantsmith.path..")
        .because("house rule 1")
        .check(
            new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("io.tenantsmith.cli"));
  }
}
