package io.tenantsmith.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A template with a source. Text, trees and traces are made on request and share the values, each
 * of which is computed once. For one thread.
 */
public final class Rendering {

  private final ObjectTemplate<?> template;
  private final Frame frame;

  Rendering(ObjectTemplate<?> template, Evaluated values) {
    this.template = template;
    this.frame = new Frame(values, null);
  }

  /** The template that is rendered. */
  public ObjectTemplate<?> template() {
    return template;
  }

  /** The documents without a comment, {@code ---} between them. */
  public String text() {
    StringBuilder out = new StringBuilder(template.sizeOfText());
    appendTo(out, 0);
    return out.toString();
  }

  /**
   * The text of a file, as {@link io.tenantsmith.yaml.YamlWriter} writes it.
   *
   * @param comment its first line, without {@code #}
   */
  public String text(String comment) {
    return text(comment, List.of(this));
  }

  /** The text of a file that holds the documents of several renderings. */
  public static String text(String comment, List<Rendering> renderings) {
    int size = renderings.stream().mapToInt(r -> r.template.sizeOfText()).sum();
    StringBuilder out = new StringBuilder(size + comment.length());
    out.append("# ").append(comment).append('\n');
    int documents = 0;
    for (Rendering rendering : renderings) {
      documents = rendering.appendTo(out, documents);
    }
    return out.toString();
  }

  /**
   * Appends the documents to a text.
   *
   * @param before number of documents that the text has already
   * @return number of documents that it has now
   */
  public int appendTo(StringBuilder out, int before) {
    TextPiece.Run run = new TextPiece.Run(out, before);
    TextPiece.writeAll(template.text(), run, frame);
    return run.documents();
  }

  /**
   * The objects. They are immutable; a part without a hole is the same instance in every rendering.
   */
  public List<Map<String, Object>> trees() {
    List<Map<String, Object>> trees = new ArrayList<>();
    for (TreePiece piece : template.trees()) {
      addObjects(trees, piece.tree(frame));
    }
    return List.copyOf(trees);
  }

  /**
   * The objects of some kinds, and those whose kind is a computed value; other documents are not
   * rendered, and of these a field's value is made when it is asked for.
   */
  public List<Map<String, Object>> trees(Predicate<String> kinds) {
    List<Map<String, Object>> trees = new ArrayList<>();
    for (int i = 0; i < template.trees().size(); i++) {
      if (template.kinds().get(i).filter(kinds.negate()).isEmpty()) {
        addObjects(trees, template.trees().get(i).view(frame));
      }
    }
    return List.copyOf(trees);
  }

  /**
   * Whether a string of what was rendered so far may hold <code>${</code>; where the answer is no,
   * certainly none does. Its constants were looked through when the template was compiled.
   */
  public boolean mayHoldVariable() {
    return template.constantsMayHoldVariable() || frame.values().mayHoldVariable();
  }

  /** Which values made which fields of which object. */
  public List<TracedObject> trace() {
    return Tracer.trace(template.documents(), frame, trees());
  }

  /** The same rendering from its beginning: every value is computed anew, under a watch. */
  public Rendering watched(ValueWatch watch) {
    return new Rendering(template, frame.values().anew(watch));
  }

  /** All values that were requested so far, and the constants, in the form of a JSON-e context. */
  public Map<String, Object> context() {
    return frame.values().context();
  }

  private static void addObjects(List<Map<String, Object>> trees, @Nullable Object tree) {
    if (tree instanceof List<?> list) {
      list.forEach(item -> addObject(trees, item));
    } else if (tree != null) {
      addObject(trees, tree);
    }
  }

  @SuppressWarnings("unchecked") // keys of templates are strings
  private static void addObject(List<Map<String, Object>> trees, Object tree) {
    if (!(tree instanceof Map<?, ?>)) {
      throw new IllegalStateException("a document that is no object: " + tree);
    }
    trees.add((Map<String, Object>) tree);
  }
}
