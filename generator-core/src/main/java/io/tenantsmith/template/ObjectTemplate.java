package io.tenantsmith.template;

import io.tenantsmith.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A template file, compiled: constant text with holes, and constant trees with holes. Immutable and
 * thread-safe; meant to be a constant of the class that renders it.
 *
 * @param <S> what the values are computed from
 */
public final class ObjectTemplate<S> {

  private static final int SIZE_OF_VALUES = 1024;

  private final TemplateFile file;
  private final NamedValues<S> values;
  private final List<TemplateNode> documents;
  private final List<TreePiece> trees;
  private final List<Optional<String>> kinds;
  private final List<TextPiece> text;
  private final Set<String> used;
  private final int sizeOfText;
  private final boolean constantsMayHoldVariable;

  private ObjectTemplate(
      TemplateFile file, NamedValues<S> values, List<TemplateNode> documents, Set<String> used) {
    this.file = file;
    this.values = values;
    this.documents = List.copyOf(documents);
    this.used = new TreeSet<>(used);
    this.kinds = documents.stream().map(TemplateNode::kindOf).toList();
    List<TemplateNode> folded = documents.stream().map(Folding::of).toList();
    this.trees = folded.stream().map(TreeCompiler::compile).toList();
    this.text = folded.stream().flatMap(d -> TextCompiler.documents(d).stream()).toList();
    this.sizeOfText = SIZE_OF_VALUES + file.text().length();
    this.constantsMayHoldVariable =
        folded.stream().anyMatch(VariableBeginning::mayComeFromConstantsOf);
  }

  /**
   * Compiles the template file of that name in the folder of a class.
   *
   * @throws TemplateException if it names a value that is not in the table, or holds anything but
   *     the five constructs
   */
  public static <S> ObjectTemplate<S> beside(Class<?> type, String file, NamedValues<S> values) {
    return of(TemplateFile.beside(type, file), values);
  }

  /**
   * Compiles a template.
   *
   * @throws TemplateException as for {@link #beside}
   */
  public static <S> ObjectTemplate<S> of(TemplateFile file, NamedValues<S> values) {
    Problems problems = new Problems();
    TemplateParser parser = new TemplateParser(problems);
    List<TemplateNode> documents = new ArrayList<>();
    for (YamlMapping document : file.documents(problems)) {
      documents.add(parser.document(document, Names.of(values)));
    }
    problems.throwIfAny();
    return new ObjectTemplate<>(file, values, documents, parser.expressions().used());
  }

  /** A rendering of the template with a source; nothing is read from it before it is needed. */
  public Rendering render(S source) {
    return new Rendering(this, new Evaluated(source, values, null));
  }

  /** Which values make which fields of which object, for a source. */
  public List<TracedObject> trace(S source) {
    return render(source).trace();
  }

  /** The file it was compiled from. */
  public TemplateFile file() {
    return file;
  }

  /** The table of the values that it may name. */
  public NamedValues<S> values() {
    return values;
  }

  /** The content of the file, one node per document. */
  public List<TemplateNode> documents() {
    return documents;
  }

  /** The names of all values that have a hole here, conditions and rows too. */
  public Set<String> usedValues() {
    return new TreeSet<>(used);
  }

  /** The names of the table, not of tables that it includes, that have no hole here. */
  public List<String> unusedValues() {
    return values.withoutHole(List.of(this));
  }

  List<TreePiece> trees() {
    return trees;
  }

  /** The kind of each document's objects, where the template states it. */
  List<Optional<String>> kinds() {
    return kinds;
  }

  List<TextPiece> text() {
    return text;
  }

  int sizeOfText() {
    return sizeOfText;
  }

  boolean constantsMayHoldVariable() {
    return constantsMayHoldVariable;
  }
}
