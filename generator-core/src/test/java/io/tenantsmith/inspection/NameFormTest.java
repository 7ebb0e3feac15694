package io.tenantsmith.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Keys, beside the expressions that Kubernetes publishes for them: qualified names of labels and
 * annotations, keys of ConfigMaps.
 */
class NameFormTest {

  private static final int DRAWN = 200_000;
  private static final Pattern NAME =
      Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]", Pattern.DOTALL);
  private static final Pattern SUBDOMAIN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final Pattern DATA_KEY = Pattern.compile("[-._a-zA-Z0-9]+");
  private static final List<String> PARTS =
      List.of(
          "a",
          "Z",
          "9",
          "-",
          ".",
          "..",
          "_",
          "/",
          "/",
          " ",
          "\n",
          "\u00e9",
          "\u0130",
          "\u212a",
          "example.com",
          "x".repeat(60),
          "y".repeat(250),
          "~",
          "$",
          "");

  private static boolean isQualified(String key) {
    String[] parts = key.split("/", -1);
    String name = parts[parts.length - 1];
    boolean isName = name.length() <= 63 && NAME.matcher(name).matches();
    return switch (parts.length) {
      case 1 -> isName;
      case 2 -> isName && parts[0].length() <= 253 && SUBDOMAIN.matcher(parts[0]).matches();
      default -> false;
    };
  }

  @Test
  void drawnKeysAreJudgedAsKubernetesJudgesThem() {
    Random random = new Random(20_261_128);
    int possible = 0;
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < DRAWN; i++) {
      StringBuilder drawn = new StringBuilder();
      for (int part = random.nextInt(6); part >= 0; part--) {
        drawn.append(PARTS.get(random.nextInt(PARTS.size())));
      }
      String key = drawn.toString();
      boolean isLabel = isQualified(key);
      possible += isLabel ? 1 : 0;
      boolean isData =
          key.length() <= 253
              && DATA_KEY.matcher(key).matches()
              && !key.equals(".")
              && !key.startsWith("..");
      if (NameForm.isLabelKey(key) != isLabel
          || NameForm.isAnnotationKey(key) != isQualified(key.toLowerCase(Locale.ROOT))
          || NameForm.isDataKey(key) != isData) {
        wrong.add(key);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(possible).isBetween(DRAWN / 20, DRAWN / 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a/b/c", "/a", "a/", "a.example.com/b/c", "Example.com/a", "-/a", "a b", ""})
  void theseAreNoKeysOfLabels(String key) {
    assertThat(NameForm.isLabelKey(key)).isFalse();
  }
}
