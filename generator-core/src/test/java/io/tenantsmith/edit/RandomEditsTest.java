package io.tenantsmith.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.bind.Binder;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.harness.FieldValues;
import io.tenantsmith.harness.RandomTenants;
import io.tenantsmith.harness.TenantSchema;
import io.tenantsmith.harness.YamlTrees;
import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.schema.SchemaCheck;
import io.tenantsmith.schema.SchemaKind;
import io.tenantsmith.source.SourceFile;
import io.tenantsmith.yaml.YamlDocument;
import io.tenantsmith.yaml.YamlReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Tenants drawn from a seed, written in every odd way, each with edits drawn from it: only the
 * lines of the edited field differ, and the file is read and bound as the tree with that one
 * difference. {@code -Drandom.edited=10000} draws more.
 */
class RandomEditsTest {

  private static final int FILES = Integer.getInteger("random.edited", 500);
  private static final int EDITS = 4;
  private static final Pattern COMMENT = Pattern.compile("# (c[0-9]+)\\b");
  private static final Pattern PLACE = Pattern.compile("SourceRange\\[[^]]*]");
  private static final List<Object> VALUES =
      List.of(
          "retained",
          "2027-03-31",
          "60Gi",
          "it's: #odd",
          "two\nlines",
          "",
          "true",
          7,
          1_000_000_000_000L,
          true,
          List.of(),
          List.of("a.example.net", "1.0"),
          List.of(Map.of("name", "x")),
          Map.of(),
          Map.of("a", Map.of("b", 1)));

  private final Random random = new Random(14);
  private final YamlReader reader = new YamlReader();
  private final SchemaCheck schema = new SchemaCheck();
  private final Binder binder = new Binder();

  /** An edit as a person thinks of it. */
  private record Wish(List<String> names, @Nullable Object value, String after) {
    FieldEdit edit() {
      FieldPath path = new FieldPath(names);
      return value == null ? FieldEdit.take(path) : FieldEdit.put(path, value).after(after);
    }
  }

  @Test
  void onlyItsLinesDifferAndTheValuesAreThoseIntended() throws IOException {
    RandomTenants tenants = new RandomTenants(TenantSchema.read(), 14);
    int refused = 0;
    for (int i = 0; i < FILES; i++) {
      Map<String, Object> tree = tenants.tenant(place(i), 15 + random.nextInt(60));
      if (random.nextBoolean()) {
        tree.put("until", "2026-12-31");
      }
      OddYaml.Written written = OddYaml.write(tree, random);
      assertThat(YamlTrees.documents(written.text())).as(written.text()).containsExactly(tree);
      for (int n = 0; n < EDITS; n++) {
        refused += check(written, tree, wish(tree)) ? 0 : 1;
      }
    }
    assertThat(refused).as("edits that were refused").isLessThanOrEqualTo(FILES * EDITS / 100);
  }

  private static FieldValues.Place place(int i) {
    return new FieldValues.Place(
        "t" + i, "pro", "prod-eu-1", "eu-central-1", "tenant-", List.of("a.net", "b.net"));
  }

  /** An edit of any field that is there, or one that a command makes. */
  private Wish wish(Map<String, Object> tree) {
    if (random.nextInt(3) == 0) {
      return new Wish(
          List.of(List.of("state", "until", "confirm", "reason").get(random.nextInt(4))),
          random.nextInt(3) == 0 ? null : VALUES.get(random.nextInt(4)),
          "tier");
    }
    List<String> names = new ArrayList<>();
    Object at = tree;
    while (at instanceof Map<?, ?> map
        && !map.isEmpty()
        && (names.isEmpty() || random.nextInt(3) > 0)) {
      String name = (String) new ArrayList<>(map.keySet()).get(random.nextInt(map.size()));
      names.add(name);
      at = map.get(name);
    }
    if (at instanceof Map<?, ?> && random.nextInt(2) == 0) {
      names.addAll(random.nextBoolean() ? List.of("new") : List.of("new", "er"));
    }
    return new Wish(
        names, random.nextInt(3) == 0 ? null : VALUES.get(random.nextInt(VALUES.size())), "none");
  }

  /** Whether the edit was made. */
  private boolean check(OddYaml.Written written, Map<String, Object> tree, Wish wish) {
    SourceFile file = new SourceFile("tenants/a.yaml", written.text().getBytes(UTF_8));
    Result<EditedFile> edited = YamlEdit.of(file, List.of(wish.edit()));
    String said = wish + " of\n" + written.text();
    if (edited.value().isEmpty()) {
      assertThat(edited.diagnostics().get(0).code()).as(said).isEqualTo(Code.EDT952);
      return false;
    }
    String after = new String(edited.value().get().after().content(), UTF_8);
    said = said + "\nto\n" + after;
    Map<String, Object> intended = intended(tree, wish.names(), wish.value());
    assertThat(YamlTrees.documents(after)).as(said).containsExactly(intended);
    assertThat(bound(after)).as(said).isEqualTo(bound(JsonWriter.line(intended)));
    new TouchedLines(written, after).check(wish.names(), isOnly(tree, wish.names()), said);
    return true;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> intended(
      Map<String, Object> tree, List<String> names, @Nullable Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(tree);
    String name = names.get(0);
    if (names.size() == 1) {
      if (value == null) {
        copy.remove(name);
      } else {
        copy.put(name, value);
      }
      return copy;
    }
    Object inner = tree.get(name);
    if (inner == null && value == null) {
      return copy;
    }
    copy.put(
        name,
        intended(
            inner == null ? Map.of() : (Map<String, Object>) inner,
            names.subList(1, names.size()),
            value));
    return copy;
  }

  private static boolean isOnly(Map<String, Object> tree, List<String> names) {
    Object at = tree;
    for (String name : names.subList(0, names.size() - 1)) {
      at = at instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return at instanceof Map<?, ?> map && map.size() == 1;
  }

  /** Every value as the binder gives it, and what is wrong, without places. */
  private List<String> bound(String text) {
    YamlDocument document =
        reader.read("tenants/a.yaml", text.getBytes(UTF_8)).value().orElseThrow();
    var report = schema.check(document, SchemaKind.TENANT);
    Result<Tenant> tenant = binder.bindTenant(document, report.faults());
    List<String> all = new ArrayList<>();
    for (Key<?> key : tenant.value().orElseThrow().values().keys()) {
      Object value = tenant.value().get().values().get(key).orElseThrow().value();
      all.add(key + "=" + PLACE.matcher(value.toString()).replaceAll(""));
    }
    report.with(tenant.diagnostics()).forEach(d -> all.add(d.code() + d.message()));
    all.sort(null);
    return all;
  }

  /** Which lines differ, as any diff finds them. */
  private record TouchedLines(OddYaml.Written written, String after) {

    /**
     * Checks them.
     *
     * @param isOnly whether the field is the only one of its mapping, which becomes {} without it
     */
    void check(List<String> names, boolean isOnly, String said) {
      List<String> old = lines(written.text());
      List<String> now = lines(after);
      int head = 0;
      while (head < Math.min(old.size(), now.size()) && old.get(head).equals(now.get(head))) {
        head++;
      }
      int tail = 0;
      while (tail < Math.min(old.size(), now.size()) - head
          && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
        tail++;
      }
      OddYaml.Lines own = written.lines().get(String.join(".", names));
      OddYaml.Lines allowed = own != null && !isOnly ? own : parent(names);
      if (allowed == null && written.lines().get("tenant_id").isFlow()) {
        allowed = new OddYaml.Lines(0, old.size(), true);
      }
      boolean isTaken = head + tail == now.size();
      boolean isAdded = head + tail == old.size();
      assertThat(
              isAdded
                  || (allowed != null
                      && head >= allowed.first()
                      && old.size() - tail - 1 <= allowed.last()))
          .as(
              "lines %d to %d differ, allowed are %s: %s",
              head, old.size() - tail - 1, allowed, said)
          .isTrue();
      keepsComments(own, old, said);
      if (tail > 0 || !isTaken) {
        assertThat(after.endsWith("\n")).as(said).isEqualTo(written.text().endsWith("\n"));
      }
      assertThat(after.startsWith("\uFEFF"))
          .as(said)
          .isEqualTo(written.text().startsWith("\uFEFF"));
      assertThat(lineBreaks(after)).as(said).isSubsetOf(lineBreaks(written.text()));
    }

    private OddYaml.@Nullable Lines parent(List<String> names) {
      for (int depth = names.size() - 1; depth > 0; depth--) {
        OddYaml.Lines lines = written.lines().get(String.join(".", names.subList(0, depth)));
        if (lines != null) {
          return lines;
        }
      }
      return null;
    }

    /** All comments but those in the lines of the field itself. */
    private void keepsComments(OddYaml.@Nullable Lines own, List<String> old, String said) {
      for (int i = 0; i < old.size(); i++) {
        var comment = COMMENT.matcher(old.get(i));
        boolean isInside = own != null && i >= own.first() && i <= own.last();
        while (comment.find() && !isInside) {
          assertThat(Pattern.compile(comment.group() + "\\b").matcher(after).find())
              .as(comment.group() + " is lost: " + said)
              .isTrue();
        }
      }
    }

    private Set<String> lineBreaks(String text) {
      Set<String> found = new TreeSet<>();
      for (String line : lines(text)) {
        found.add(line.endsWith("\r\n") ? "CRLF" : "LF");
      }
      return found;
    }

    /** The lines with their ends; the last one gets that of the line before it, if it has none. */
    private List<String> lines(String text) {
      String before = written.text();
      String end = before.matches("(?s).*\r\n[^\n]*") ? "\r\n" : "\n";
      String all = text.replace("\uFEFF", "") + (text.endsWith("\n") ? "" : end);
      return Arrays.asList(all.split("(?<=\n)"));
    }
  }
}
