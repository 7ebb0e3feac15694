package io.tenantsmith.template;

import java.util.ArrayList;
import java.util.List;

/** Collects pieces; adjacent constants become one. */
final class TextPieces {

  private final List<TextPiece> pieces = new ArrayList<>();
  private final StringBuilder constant = new StringBuilder();

  void text(String text) {
    constant.append(text);
  }

  void add(TextPiece piece) {
    flush();
    pieces.add(piece);
  }

  void addAll(List<TextPiece> others) {
    for (TextPiece piece : others) {
      if (piece instanceof TextPiece.Constant text) {
        text(text.text());
      } else {
        add(piece);
      }
    }
  }

  List<TextPiece> toList() {
    flush();
    return List.copyOf(pieces);
  }

  private void flush() {
    if (!constant.isEmpty()) {
      pieces.add(new TextPiece.Constant(constant.toString()));
      constant.setLength(0);
    }
  }
}
