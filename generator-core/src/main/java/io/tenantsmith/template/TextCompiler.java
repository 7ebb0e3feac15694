package io.tenantsmith.template;

import io.tenantsmith.yaml.YamlWriter;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Compiles nodes to the pieces of a text as {@link YamlWriter} writes their trees. */
final class TextCompiler {

  private static final int STEP = 2;

  private TextCompiler() {}

  /** The pieces of a document, of several in a row, or of none. */
  static List<TextPiece> documents(TemplateNode root) {
    TextPieces out = new TextPieces();
    child(root, out, (node, pieces) -> documents(node, pieces));
    return out.toList();
  }

  private static void documents(TemplateNode node, TextPieces out) {
    if (node instanceof TemplateNode.Each || node instanceof TemplateNode.Flatten) {
      splice(node, out, new EachADocument());
    } else {
      new EachADocument().one(node, out);
    }
  }

  /** Where the elements of a list go. */
  private sealed interface Target {

    /** Takes an element, which is not an $if. */
    void one(TemplateNode node, TextPieces out);

    /** Takes a value that is an element, or a list whose items are elements. */
    TextPiece all(TreePiece value);
  }

  private record EachADocument() implements Target {
    @Override
    public void one(TemplateNode node, TextPieces out) {
      if (node instanceof TemplateNode.Mapping mapping && NodeShape.hasFixedOrder(mapping)) {
        out.add(new TextPiece.Document());
        collection(mapping, 0, out);
        out.text("\n");
      } else if (node instanceof TemplateNode.Constant constant
          && constant.tree() instanceof FieldMap tree) {
        out.add(new TextPiece.Document());
        out.text(YamlWriter.write(tree));
      } else {
        out.add(all(TreeCompiler.compile(node)));
      }
    }

    @Override
    public TextPiece all(TreePiece value) {
      return new TextPiece.Documents(value);
    }
  }

  private record EachAnItem(int indent) implements Target {
    @Override
    public void one(TemplateNode node, TextPieces out) {
      out.text(lineBreak(indent) + "- ");
      item(node, indent + STEP, out);
    }

    @Override
    public TextPiece all(TreePiece value) {
      return new TextPiece.Items(value, lineBreak(indent), indent + STEP);
    }
  }

  /** Compiles what follows a key and its colon; the indent is the key's. */
  private static void valueOfEntry(TemplateNode node, int indent, TextPieces out) {
    if (node instanceof TemplateNode.Constant constant) {
      StringBuilder text = new StringBuilder();
      YamlWriter.appendingTo(text).valueOfEntry(constant.tree(), indent);
      out.text(text.toString());
    } else if (NodeShape.isBlock(node)) {
      List<TextPiece> children = children(node, indent + STEP);
      if (NodeShape.isNeverEmpty(node)) {
        out.addAll(children);
      } else {
        out.add(new TextPiece.Optionals(children, 0, " " + empty(node)));
      }
    } else {
      TextPiece piece = new TextPiece.EntryValue(TreeCompiler.compile(node), indent);
      out.add(
          node instanceof TemplateNode.Hole hole
              ? new TextPiece.Value(hole.value(), " ", piece)
              : block(
                  node, piece, (text, s) -> YamlWriter.appendingTo(text).valueOfEntry(s, indent)));
    }
  }

  /** Compiles what follows a dash; the indent is that of the item's content. */
  private static void item(TemplateNode node, int indent, TextPieces out) {
    if (node instanceof TemplateNode.Constant constant) {
      StringBuilder text = new StringBuilder();
      YamlWriter.appendingTo(text).item(constant.tree(), indent);
      out.text(text.toString());
    } else if (NodeShape.isBlock(node)) {
      collection(node, indent, out);
    } else {
      TextPiece piece = new TextPiece.Item(TreeCompiler.compile(node), indent);
      out.add(
          node instanceof TemplateNode.Hole hole
              ? new TextPiece.Value(hole.value(), "", piece)
              : block(node, piece, (text, s) -> YamlWriter.appendingTo(text).item(s, indent)));
    }
  }

  /** The piece itself, unless it is a text that can be written before its values are known. */
  private static TextPiece block(
      TemplateNode node, TextPiece piece, BiConsumer<StringBuilder, String> write) {
    return node instanceof TemplateNode.Text text
        ? LiteralBlock.of(text, write, piece).orElse(piece)
        : piece;
  }

  /** Compiles entries or items, the first of which continues the current line. */
  private static void collection(TemplateNode node, int indent, TextPieces out) {
    List<TextPiece> children = children(node, indent);
    String lead = lineBreak(indent);
    if (NodeShape.isNeverEmpty(node)
        && children.get(0) instanceof TextPiece.Constant first
        && first.text().startsWith(lead)) {
      out.text(first.text().substring(lead.length()));
      out.addAll(children.subList(1, children.size()));
    } else {
      out.add(new TextPiece.Optionals(children, lead.length(), empty(node)));
    }
  }

  /** Entries or items, each with the line break before it. */
  private static List<TextPiece> children(TemplateNode node, int indent) {
    TextPieces out = new TextPieces();
    if (node instanceof TemplateNode.Mapping mapping) {
      for (TemplateNode.Entry entry : TreeCompiler.sorted(mapping)) {
        child(
            entry.value(),
            out,
            (value, pieces) -> {
              pieces.text(lineBreak(indent));
              key(entry.key(), pieces);
              pieces.text(":");
              valueOfEntry(value, indent, pieces);
            });
      }
    } else {
      splice(node, out, new EachAnItem(indent));
    }
    return out.toList();
  }

  /** Compiles the elements of a list. */
  private static void splice(TemplateNode list, TextPieces out, Target target) {
    if (list instanceof TemplateNode.Sequence sequence) {
      sequence.items().forEach(item -> child(item, out, target::one));
    } else if (list instanceof TemplateNode.Each each) {
      out.add(new TextPiece.Loop(each.rows(), branch(each.body(), target::one)));
    } else if (list instanceof TemplateNode.Flatten flatten) {
      BiConsumer<TemplateNode, TextPieces> spread = (node, pieces) -> spread(node, pieces, target);
      if (flatten.list() instanceof TemplateNode.Each each) {
        out.add(new TextPiece.Loop(each.rows(), branch(each.body(), spread)));
      } else {
        ((TemplateNode.Sequence) flatten.list()).items().forEach(item -> child(item, out, spread));
      }
    }
  }

  /** Compiles an element of a flattened list: its elements if it is a list, otherwise itself. */
  private static void spread(TemplateNode node, TextPieces out, Target target) {
    if (NodeShape.isList(node)) {
      splice(node, out, target);
    } else if (node instanceof TemplateNode.Hole) {
      out.add(target.all(TreeCompiler.compile(node)));
    } else if (node instanceof TemplateNode.Constant constant
        && constant.tree() instanceof List<?> list) {
      for (Object item : list) {
        target.one(new TemplateNode.Constant(item, constant.place()), out);
      }
    } else {
      target.one(node, out);
    }
  }

  /**
   * Compiles a child that may be missing: its condition applies to everything that belongs to it.
   */
  private static void child(
      TemplateNode node, TextPieces out, BiConsumer<TemplateNode, TextPieces> compile) {
    if (node instanceof TemplateNode.If choice) {
      out.add(
          new TextPiece.Choice(
              choice.condition(),
              branch(choice.then(), compile),
              branch(choice.otherwise(), compile)));
    } else {
      compile.accept(node, out);
    }
  }

  private static List<TextPiece> branch(
      @Nullable TemplateNode node, BiConsumer<TemplateNode, TextPieces> compile) {
    TextPieces pieces = new TextPieces();
    if (node != null) {
      child(node, pieces, compile);
    }
    return pieces.toList();
  }

  private static String empty(TemplateNode node) {
    return node instanceof TemplateNode.Mapping ? "{}" : "[]";
  }

  private static void key(TemplateNode key, TextPieces out) {
    if (key instanceof TemplateNode.Constant constant) {
      StringBuilder text = new StringBuilder();
      YamlWriter.appendingTo(text).key((String) constant.tree());
      out.text(text.toString());
    } else {
      out.add(new TextPiece.Key(TreeCompiler.compile(key)));
    }
  }

  private static String lineBreak(int indent) {
    return "\n" + " ".repeat(indent);
  }
}
