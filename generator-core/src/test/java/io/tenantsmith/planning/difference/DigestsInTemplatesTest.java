package io.tenantsmith.planning.difference;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.YamlTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every digest that a template writes is known as derived. */
class DigestsInTemplatesTest {

  private static final Path TEMPLATES = Path.of("src/main/resources/io/tenantsmith/render");
  private static final Pattern DIGEST =
      Pattern.compile("([^\\s\"{]+?)\"?\\$\\{[A-Za-z.]*[dD]igest}");
  private static final Pattern ANNOTATION =
      Pattern.compile("(tenantsmith\\.io/[a-z-]+): \"?\\$\\{[A-Za-z.]*[dD]igest}");

  private final Set<String> names = new TreeSet<>();
  private final Set<String> annotations = new TreeSet<>();

  @Test
  void isDerived() throws IOException {
    int digests = 0;
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests += collect(YamlTrees.text(file));
      }
    }
    assertThat(names).isEqualTo(GeneratedNames.STEMS);
    assertThat(annotations).isEqualTo(Derived.DIGESTS);
    assertThat(digests).isGreaterThan(5);
  }

  private int collect(String text) {
    int digests = 0;
    for (String line : text.lines().filter(line -> line.contains("igest}")).toList()) {
      digests++;
      Matcher annotation = ANNOTATION.matcher(line);
      Matcher name = DIGEST.matcher(line);
      if (annotation.find()) {
        annotations.add(annotation.group(1));
      } else if (name.find() && name.group(1).endsWith("-")) {
        names.add(name.group(1).substring(0, name.group(1).length() - 1));
      } else {
        throw new AssertionError("a digest that is neither: " + line);
      }
    }
    return digests;
  }
}
