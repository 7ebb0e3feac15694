package io.tenantsmith.template;

import io.tenantsmith.yaml.YamlWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A part of a text: constant text, or a hole that knows how its value is written. */
sealed interface TextPiece
    permits LiteralBlock,
        TextPiece.Constant,
        TextPiece.Document,
        TextPiece.Key,
        TextPiece.Value,
        TextPiece.EntryValue,
        TextPiece.Item,
        TextPiece.Items,
        TextPiece.Documents,
        TextPiece.Choice,
        TextPiece.Loop,
        TextPiece.Optionals {

  void write(Run run, Frame frame);

  /** A text that is being written. */
  final class Run {
    private final StringBuilder out;
    private final YamlWriter writer;
    private int documents;

    /** Continues a text that has this many documents already. */
    Run(StringBuilder out, int documents) {
      this.out = out;
      this.writer = YamlWriter.appendingTo(out);
      this.documents = documents;
    }

    StringBuilder out() {
      return out;
    }

    int documents() {
      return documents;
    }

    private void beginDocument() {
      if (documents > 0) {
        out.append("---\n");
      }
      documents++;
    }

    @SuppressWarnings("unchecked")
    private void document(Object tree) {
      beginDocument();
      writer.document((Map<String, ?>) tree);
    }
  }

  /** Text that is always the same. */
  record Constant(String text) implements TextPiece {
    @Override
    public void write(Run run, Frame frame) {
      run.out.append(text);
    }
  }

  /** The beginning of a document. */
  record Document() implements TextPiece {
    @Override
    public void write(Run run, Frame frame) {
      run.beginDocument();
    }
  }

  /** A key that has a hole. */
  record Key(TreePiece key) implements TextPiece {
    @Override
    public void write(Run run, Frame frame) {
      run.writer.key((String) Objects.requireNonNull(key.tree(frame)));
    }
  }

  /**
   * A named value that is hardly ever more than a word.
   *
   * @param lead text before a word
   * @param otherwise the piece for a value that is written differently in different places
   */
  record Value(Reference value, String lead, TextPiece otherwise) implements TextPiece {
    @Override
    public void write(Run run, Frame frame) {
      String word = value.wordIn(frame);
      if (word.isEmpty()) {
        otherwise.write(run, frame);
      } else {
        run.out.append(lead).append(word);
      }
    }
  }

  /** A value after a key and its colon; the indent is the key's. */
  record EntryValue(TreePiece value, int indent) implements TextPiece {
    @Override
    public void write(Run run, Frame frame) {
      run.writer.valueOfEntry(value.tree(frame), indent);
    }
  }

  /** A value after a dash and its space; the indent is the value's. */
  record Item(TreePiece value, int indent) implements TextPiece {
    @Override
    public void write(Run run, Frame frame) {
      run.writer.item(value.tree(frame), indent);
    }
  }

  /** A value of a flattened list: its items if it is a list, otherwise itself. */
  record Items(TreePiece value, String lead, int indent) implements TextPiece {
    @Override
    public void write(Run run, Frame frame) {
      for (Object item : listed(value.tree(frame))) {
        run.out.append(lead).append("- ");
        run.writer.item(item, indent);
      }
    }
  }

  /** A value that is a document or a list of documents. */
  record Documents(TreePiece value) implements TextPiece {
    @Override
    public void write(Run run, Frame frame) {
      listed(value.tree(frame)).forEach(run::document);
    }
  }

  /** One of two parts. */
  record Choice(Reference condition, List<TextPiece> then, List<TextPiece> otherwise)
      implements TextPiece {
    @Override
    public void write(Run run, Frame frame) {
      writeAll(condition.holdsIn(frame) ? then : otherwise, run, frame);
    }
  }

  /** A part for each row. */
  record Loop(Reference rows, List<TextPiece> body) implements TextPiece {
    @Override
    public void write(Run run, Frame frame) {
      for (Frame row : rows.framesIn(frame)) {
        writeAll(body, run, row);
      }
    }
  }

  /**
   * Entries or items that may all be missing.
   *
   * @param skipped how many characters before the first one are left out
   * @param empty the text if all are missing
   */
  record Optionals(List<TextPiece> pieces, int skipped, String empty) implements TextPiece {
    @Override
    public void write(Run run, Frame frame) {
      int start = run.out.length();
      writeAll(pieces, run, frame);
      if (run.out.length() == start) {
        run.out.append(empty);
      } else {
        run.out.delete(start, start + skipped);
      }
    }
  }

  /** Writes pieces one after the other. */
  static void writeAll(List<TextPiece> pieces, Run run, Frame frame) {
    for (int i = 0; i < pieces.size(); i++) {
      pieces.get(i).write(run, frame);
    }
  }

  private static List<?> listed(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> list ? list : List.of(value);
  }
}
