package io.tenantsmith.planning.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names are replaced in whole words, the longest first, and can be put back. */
class PlaceholdersTest {

  private static final Map<String, String> NAMES =
      Map.of(
          "acme", "<tenant>",
          "tenant-acme", "<namespace>",
          "acme.example.net", "<site>",
          "Acme & Söhne.", "<name>");

  @ParameterizedTest
  @CsvSource({
    "acme,<tenant>",
    "tenant-acme,<namespace>",
    "tenant-acme-admins,<namespace>-admins",
    "https://acme.example.net/x,https://<site>/x",
    "acme.example.networks,<tenant>.example.networks",
    "acmes macme acme1,acmes macme acme1",
    "Acme & Söhne.,<name>",
    "xAcme & Söhne.,xAcme & Söhne.",
    "Acme & Söhne.x,<name>x",
    "acme acme,<tenant> <tenant>",
    "<b>acme</b>,<b><tenant></b>",
    "nothing,nothing"
  })
  void replacesWholeWords(String text, String expected) {
    Placeholders placeholders = new Placeholders(NAMES);
    String placed = placeholders.placed(text);
    assertThat(placed).isEqualTo(expected);
    assertThat(placeholders.isExact()).isTrue();
    assertThat(Placeholders.restored(placed, placeholders.used())).isEqualTo(text);
  }

  @Test
  void saysWhereATextHoldsAPlaceholderOfItsOwn() {
    Placeholders placeholders = new Placeholders(NAMES);
    placeholders.placed("acme and <tenant>");
    assertThat(placeholders.isExact()).isFalse();
  }

  @Test
  void keepsWhatItDoesNotReplace() {
    Map<String, Object> tree = Map.of("a", List.of("b", 1), "c", Map.of("d", true));
    assertThat(new Placeholders(NAMES).placed(tree)).isSameAs(tree);
  }

  @Test
  void eachTextComesBackOrItIsSaid() {
    Random random = new Random(15);
    List<String> parts =
        List.of("acme", "tenant-", "<", ">", "tenant", "<tenant>", " ", ".example.net", "x", "é");
    int exact = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int part = random.nextInt(7); part >= 0; part--) {
        text.append(parts.get(random.nextInt(parts.size())));
      }
      Placeholders placeholders = new Placeholders(NAMES);
      String placed = placeholders.placed(text.toString());
      if (placeholders.isExact()) {
        assertThat(Placeholders.restored(placed, placeholders.used())).isEqualTo(text.toString());
        exact++;
      }
    }
    assertThat(exact).isBetween(5_000, 19_999);
  }
}
