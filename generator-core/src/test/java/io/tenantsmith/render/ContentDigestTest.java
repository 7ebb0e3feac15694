package io.tenantsmith.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContentDigestTest {

  /** {@code printf 'a\n' >one; printf 'ü' >two; sha256sum one two | sha256sum}. */
  private static final String LISTED =
      "abc7e06f77fe2e76b6ebed4022f88b65d988010d58f7facdf8b85c9a219d37e9";

  @Test
  void digestsFilesAsSha256sumListsThem() throws Exception {
    String listed = sha256("a\n") + "  one\n" + sha256("ü") + "  two\n";

    assertThat(files(Map.of("two", "ü", "one", "a\n"))).isEqualTo(sha256(listed)).isEqualTo(LISTED);
  }

  @Test
  void differsWithEachNameAndText() {
    assertThat(
            List.of(
                files(Map.of()),
                files(Map.of("a", "x")),
                files(Map.of("b", "x")),
                files(Map.of("a", "y")),
                files(Map.of("a", "x", "b", "y")),
                files(Map.of("a", "y", "b", "x"))))
        .doesNotHaveDuplicates();
  }

  @Test
  void isTheSameWhateverIsRemembered() {
    TextDigests known = new TextDigests();
    List<SortedMap<String, String>> many =
        IntStream.range(0, 2000)
            .mapToObj(i -> new TreeMap<>(Map.of("own", "text " + i, "shared", "text " + i % 7)))
            .map(files -> (SortedMap<String, String>) files)
            .toList();

    List<String> asked =
        IntStream.range(0, 4000)
            .parallel()
            .mapToObj(i -> ContentDigest.ofFiles(many.get(i % 2000), known, 64))
            .toList();

    assertThat(asked.subList(0, 2000))
        .isEqualTo(many.stream().map(ContentDigestTest::files).toList())
        .isEqualTo(asked.subList(2000, 4000))
        .doesNotHaveDuplicates();
  }

  private static String files(Map<String, String> files) {
    return ContentDigest.ofFiles(new TreeMap<>(files), new TextDigests(), 64);
  }

  private static String sha256(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }
}
