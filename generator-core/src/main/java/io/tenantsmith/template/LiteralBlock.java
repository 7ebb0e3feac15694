package io.tenantsmith.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A text of several lines, written as a block before its values are known. Values that are words
 * without a space cannot change how the block is written; for any others the text is made as a
 * whole and left to the writer.
 *
 * @param constants the texts around and between the values, one more than there are values
 */
record LiteralBlock(List<String> constants, List<Reference> values, TextPiece otherwise)
    implements TextPiece {

  /** Stands for a value while the block is written; it is a character of private use. */
  private static final char PLACEHOLDER = '\ue000';

  /** Copies the lists. */
  LiteralBlock {
    constants = List.copyOf(constants);
    values = List.copyOf(values);
  }

  /**
   * The block of a text, if it is written as one.
   *
   * @param write writes a string at the place of the text
   * @param otherwise the piece for values that are not words
   */
  static Optional<TextPiece> of(
      TemplateNode.Text text, BiConsumer<StringBuilder, String> write, TextPiece otherwise) {
    StringBuilder filled = new StringBuilder();
    List<Reference> values = new ArrayList<>();
    for (TemplateNode.Text.Part part : text.parts()) {
      if (part instanceof TemplateNode.Text.Literal literal) {
        filled.append(literal.text());
      } else if (part instanceof TemplateNode.Text.Inserted inserted) {
        filled.append(PLACEHOLDER);
        values.add(inserted.value());
      }
    }
    StringBuilder written = new StringBuilder();
    write.accept(written, filled.toString());
    List<String> constants = List.of(written.toString().split(String.valueOf(PLACEHOLDER), -1));
    boolean block = constants.get(0).stripLeading().startsWith("|");
    return block && constants.size() == values.size() + 1
        ? Optional.of(new LiteralBlock(constants, values, otherwise))
        : Optional.empty();
  }

  @Override
  public void write(Run run, Frame frame) {
    int start = run.out().length();
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i).in(frame);
      if (!(value instanceof String word) || !isWord(word)) {
        run.out().setLength(start);
        otherwise.write(run, frame);
        return;
      }
      run.out().append(constants.get(i)).append(word);
    }
    run.out().append(constants.get(values.size()));
  }

  private static boolean isWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7f) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
