package io.tenantsmith.render;

import io.tenantsmith.model.Origin;
import io.tenantsmith.model.ReadLog;
import io.tenantsmith.model.Reads;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.template.Rendering;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One rendered file. Its text and objects are made when they are first asked for, so a caller that
 * only counts what objects request causes no text to be written. Immutable to its users; for one
 * thread.
 */
public final class Artifact {

  private final RelativePath path;
  private final Content content;
  private final Reads reads;
  private final Making making;

  /**
   * A file whose content is made when it is asked for; what is read for it is not known yet.
   *
   * @param path below the output folder
   */
  public Artifact(RelativePath path, Content content) {
    this(path, content, Reads.NONE, Making.unwatched());
  }

  /**
   * A file that is known already.
   *
   * @param path below the output folder
   * @param text its content; LF, final newline
   * @param objects the Kubernetes objects in it, in their order
   */
  public Artifact(RelativePath path, String text, List<KubernetesObject> objects) {
    this(path, new Known(text, List.copyOf(objects), List.of()), Reads.NONE, Making.unwatched());
  }

  private Artifact(RelativePath path, Content content, Reads reads, Making making) {
    this.path = path;
    this.content = content;
    this.reads = reads;
    this.making = making;
  }

  /** Its place below the output folder. */
  public RelativePath path() {
    return path;
  }

  /** Its content; LF, final newline. */
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

  /** The renderings of templates in it; perhaps none. */
  List<Rendering> renderings() {
    return content.renderings();
  }

  /** What was read to make it, as noted by the caller that had it rendered. */
  public Reads reads() {
    return reads;
  }

  /** The input places behind it, most specific first. */
  public List<Origin> causes() {
    return reads.causes();
  }

  /** How much of an artifact is made at once. */
  public enum Extent {
    /** Text and objects. */
    WHOLE,
    /** Objects; of a file without any, the text. Nobody writes files. */
    OBJECTS
  }

  /**
   * The same artifact, made now: everything read for it is read before this returns, since text and
   * objects share their values.
   */
  public Artifact made(Extent extent) {
    if (extent == Extent.WHOLE || content.objects().isEmpty()) {
      content.text();
    }
    content.objects();
    return this;
  }

  /** The same artifact with what was read to make it. */
  public Artifact madeFrom(Reads more) {
    return new Artifact(path, content, reads.plus(more), making);
  }

  /**
   * The same artifact with what was read to make it, and with the log that can say more.
   *
   * @param source the part that was read before anything was made
   * @param form tells what decided in which form it is rendered
   */
  Artifact madeFrom(ReadLog log, Reads source, Supplier<Reads> form) {
    return new Artifact(path, content, reads.plus(log.reads()), new Making(log, source, form));
  }

  /** Which settings make which fields of its objects; objects without a template have none. */
  public FieldOrigins origins() {
    return new FieldOrigins(content.renderings(), making);
  }

  /** The same artifact with other objects, as patches make them; its text stays. */
  public Artifact holding(List<KubernetesObject> objects) {
    Content known = new Known(text(), List.copyOf(objects), content.renderings());
    return new Artifact(path, known, reads, making);
  }

  /** What a file holds; answers the same each time. */
  public interface Content {

    /** The text of the file. */
    String text();

    /** Its objects. */
    List<KubernetesObject> objects();

    /** The renderings of templates in it; perhaps none. */
    default List<Rendering> renderings() {
      return List.of();
    }

    /** Its objects of some kinds, perhaps with others. */
    default List<KubernetesObject> objectsOf(Predicate<String> kinds) {
      return objects();
    }
  }

  /**
   * How a file was made.
   *
   * @param log watches what it is made of
   * @param source what was read before anything was made
   * @param form tells what decided in which form it is rendered
   */
  record Making(ReadLog log, Reads source, Supplier<Reads> form) {
    static Making unwatched() {
      return new Making(new ReadLog(), Reads.NONE, () -> Reads.NONE);
    }
  }

  private record Known(String text, List<KubernetesObject> objects, List<Rendering> renderings)
      implements Content {}
}
