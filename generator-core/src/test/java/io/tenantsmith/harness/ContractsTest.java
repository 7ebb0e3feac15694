package io.tenantsmith.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A test that finds no contracts is skipped; a class that asks for them as it is loaded fails. */
class ContractsTest {

  private static final Pattern ASKED_ON_LOADING =
      Pattern.compile("static final [^;=(]*=\\s*(?:new \\w+\\()?Contracts\\.");

  @Test
  void noClassAsksForThemAsItIsLoaded() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      List<Path> places =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> ASKED_ON_LOADING.matcher(text(file)).find())
              .toList();
      assertThat(places).as("static fields made of Contracts; ask in the test instead").isEmpty();
    }
  }

  private static String text(Path file) {
    return YamlTrees.text(file);
  }
}
