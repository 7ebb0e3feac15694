package io.tenantsmith.render;

import io.tenantsmith.model.Origin;
import io.tenantsmith.model.Reads;
import io.tenantsmith.path.RelativePath;
import java.util.List;
import java.util.function.Predicate;

/**
 * One rendered file. Its text and objects are made when somebody first asks for them, so whoever
 * only counts what objects take has no text written. Immutable to its users; for one thread.
 */
public final class Artifact {

  private final RelativePath path;
  private final Content content;
  private final Reads reads;

  /**
   * A file whose content is made when it is asked for; what is read for it is not known yet.
   *
   * @param path below the output folder
   */
  public Artifact(RelativePath path, Content content) {
    this(path, content, Reads.NONE);
  }

  /**
   * A file that is known already.
   *
   * @param path below the output folder
   * @param text what it holds; LF, final newline
   * @param objects the Kubernetes objects in it, in their order
   */
  public Artifact(RelativePath path, String text, List<KubernetesObject> objects) {
    this(path, new Known(text, List.copyOf(objects)), Reads.NONE);
  }

  private Artifact(RelativePath path, Content content, Reads reads) {
    this.path = path;
    this.content = content;
    this.reads = reads;
  }

  /** Its place below the output folder. */
  public RelativePath path() {
    return path;
  }

  /** What it holds; LF, final newline. */
  public String text() {
    return content.text();
  }

  /** The Kubernetes objects in it, in their order. */
  public List<KubernetesObject> objects() {
    return content.objects();
  }

  /**
   * Its objects of some kinds, perhaps with others, without what needs the text of the whole file:
   * no annotation against substitution.
   */
  public List<KubernetesObject> objectsOf(Predicate<String> kinds) {
    return content.objectsOf(kinds);
  }

  /** What was read to make it, noted by who had it rendered. */
  public Reads reads() {
    return reads;
  }

  /** The input places that made it what it is, most specific first. */
  public List<Origin> causes() {
    return reads.causes();
  }

  /** The same artifact, made now. What is read for it is read before this returns. */
  public Artifact made() {
    content.text();
    content.objects();
    return this;
  }

  /** The same artifact with what was read to make it. */
  public Artifact madeFrom(Reads more) {
    return new Artifact(path, content, reads.plus(more));
  }

  /** The same artifact with other objects, as patches make them; its text stays. */
  public Artifact holding(List<KubernetesObject> objects) {
    return new Artifact(path, new Known(text(), List.copyOf(objects)), reads);
  }

  /** What a file holds; answers the same each time. */
  public interface Content {

    /** The text of the file. */
    String text();

    /** Its objects. */
    List<KubernetesObject> objects();

    /** Its objects of some kinds, perhaps with others. */
    default List<KubernetesObject> objectsOf(Predicate<String> kinds) {
      return objects();
    }
  }

  private record Known(String text, List<KubernetesObject> objects) implements Content {}
}
