package io.tenantsmith.harness;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import io.tenantsmith.yaml.YamlReader;
import io.tenantsmith.yaml.YamlScalar;
import io.tenantsmith.yaml.YamlSequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Other values for every field of an input file, at the place where the field stands. */
public final class TextEdits {

  /** Whatever a field that takes a word may take. */
  private static final List<String> WORDS =
      List.of(
          "canary",
          "early",
          "broad",
          "shared",
          "dedicated",
          "flux",
          "argocd",
          "both",
          "kubernetes",
          "branch",
          "direct",
          "unlimited",
          "enterprise",
          "pro",
          "free",
          "premium",
          "standard",
          "USD",
          "article",
          "tutorial",
          "faq",
          "1.35",
          "1.34",
          "Deployment",
          "Service",
          "4",
          "2Gi",
          "400m");

  private TextEdits() {}

  /**
   * A field of a file.
   *
   * @param path for instance {@code clusters[].region}
   * @param range where its value stands
   * @param values what else could stand there, as written; not all are right
   */
  public record Field(String file, String path, SourceRange range, List<String> values) {

    /** Copies the list. */
    public Field {
      values = List.copyOf(values);
    }

    /** The text of the file with that value. */
    public String edited(String text, String value) {
      List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
      String first = lines.get(range.line() - 1);
      String last = lines.get(range.endLine() - 1);
      String whole =
          first.substring(0, at(first, range.column()))
              + value
              + last.substring(at(last, range.endColumn()));
      for (int line = range.endLine(); line > range.line(); line--) {
        lines.remove(line - 1);
      }
      lines.set(range.line() - 1, whole);
      return String.join("\n", lines);
    }

    /** The text without the field, if it has a line of its own. */
    public Optional<String> removed(String text) {
      List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
      String name = path.substring(path.lastIndexOf('.') + 1);
      String line = lines.get(range.line() - 1);
      if (range.line() != range.endLine()
          || !line.stripLeading().startsWith(name + ":")
          || !line.substring(at(line, range.endColumn())).isBlank()) {
        return Optional.empty();
      }
      lines.remove(range.line() - 1);
      return Optional.of(String.join("\n", lines));
    }

    private static int at(String line, int column) {
      return line.offsetByCodePoints(0, column - 1);
    }
  }

  /** Every field of a file that holds one value, in their order. */
  public static List<Field> of(String file, String text) {
    YamlMapping root =
        new YamlReader()
            .read(file, text.getBytes(StandardCharsets.UTF_8))
            .value()
            .orElseThrow()
            .root();
    List<Field> fields = new ArrayList<>();
    walk("", root, (path, scalar) -> fields.add(field(file, path, scalar)));
    return fields;
  }

  private interface Visitor {
    void visit(String path, YamlScalar scalar);
  }

  private static void walk(String path, YamlNode node, Visitor visitor) {
    if (node instanceof YamlMapping mapping) {
      String prefix = path.isEmpty() ? "" : path + ".";
      mapping.entries().forEach(entry -> walk(prefix + entry.name(), entry.value(), visitor));
    } else if (node instanceof YamlSequence sequence) {
      sequence.items().forEach(item -> walk(path + "[]", item, visitor));
    } else if (node instanceof YamlScalar scalar) {
      visitor.visit(path, scalar);
    }
  }

  private static Field field(String file, String path, YamlScalar scalar) {
    Set<String> values = new LinkedHashSet<>();
    switch (scalar.type()) {
      case BOOLEAN -> values.add(scalar.text().equals("true") ? "false" : "true");
      case INTEGER -> numbers(Long.parseLong(scalar.text()), n -> values.add(Long.toString(n)));
      case NUMBER -> values.add(scalar.text() + "1");
      default -> {
        texts(scalar.text(), values);
        WORDS.stream().map(JsonWriter::line).forEach(values::add);
      }
    }
    if (scalar.type() != YamlScalar.Type.BOOLEAN) {
      values.add("unlimited");
    }
    return new Field(file, path, scalar.range(), List.copyOf(values));
  }

  private static void numbers(long number, Consumer<Long> values) {
    for (long other : new long[] {number + 1, number - 1, number / 2, number * 2}) {
      if (other > 0 && other != number) {
        values.accept(other);
      }
    }
  }

  /** The text with its first number changed, with more text, with less. */
  private static void texts(String text, Set<String> values) {
    Set<String> texts = new LinkedHashSet<>();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        int end = i;
        while (end < text.length() && Character.isDigit(text.charAt(end)) && end - i < 9) {
          end++;
        }
        String before = text.substring(0, i);
        String after = text.substring(end);
        numbers(Long.parseLong(text.substring(i, end)), n -> texts.add(before + n + after));
        break;
      }
    }
    texts.add(text + "x");
    texts.add("x" + text);
    texts.add(text.replaceFirst("://", "://x"));
    texts.add(text.replaceFirst("(name|version|test|article|post)", "$1s"));
    texts.add(text.replace("120s", "121s"));
    texts.add(".x { color: red }");
    texts.remove(text);
    texts.stream().map(JsonWriter::line).forEach(values::add);
  }
}
