package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.SourceRange;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one step of a tenant's life does, said before it is taken: from which state to which, what
 * people see, what runs, what is deleted and how to come back. Made by package {@code steps}, one
 * class per step.
 *
 * @param way whose step it is, and which
 * @param objects how many Kubernetes objects it adds, changes and removes
 * @param effects what it does, in the order in which it is read
 * @param leaving what is deleted in the cluster, and what stays there though it is no longer ours
 * @param checks what to look at before the step is merged
 */
public record StepPlan(
    Way way, ObjectCounts objects, List<Effect> effects, Leaving leaving, Checks checks) {

  /** Copies the list. */
  public StepPlan {
    effects = List.copyOf(effects);
  }

  /**
   * Whose step it is, and which.
   *
   * @param from the state that is published
   * @param to the state that is asked for, or {@link #REMOVED}
   * @param because the line that asks for it; the whole file where no line does
   */
  public record Way(Place tenant, String from, String to, SourceRange because) {

    /** The word for a tenant whose file is gone; the last state but not one that a file names. */
    public static final String REMOVED = "removed";
  }

  /** A tenant, and where it is. */
  public record Place(String id, String cluster, String namespace) {}

  /** Numbers of Kubernetes objects by what becomes of them. */
  public record ObjectCounts(int created, int changed, int removed, int unchanged) {}

  /** What an effect is about. */
  public enum Topic {
    /** What people see. */
    PEOPLE,
    /** What runs, starts and stops. */
    RUNS,
    /** Copies of data that are made or no longer made. */
    COPIES,
    /** Data that stays though nothing runs on it. */
    KEPT,
    /** What a month costs then, by the tier's prices. */
    COST,
    /** Groups, applications and accounts in Authentik. */
    SIGN_ON,
    /** Objects whose protection from pruning changes. */
    MARKS,
    /** Patches of the tenant that the new state leaves out. */
    PATCHES,
    /** What the step makes free. */
    FREE,
    /** What is not ours and stays. */
    LEFT,
    /** How to come back. */
    BACK;

    /** The word in reports, for instance {@code sign-on}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One thing that the step does.
   *
   * @param text a sentence without a full stop
   * @param items what it is true of, by name; perhaps nothing
   */
  public record Effect(Topic topic, String text, List<String> items) {

    /** Copies the list. */
    public Effect {
      items = List.copyOf(items);
    }
  }

  /**
   * What leaves.
   *
   * @param data what holds data and is lost for good
   * @param objects all else that is deleted in the cluster
   * @param forgotten what leaves the tree but not the cluster, since it is still protected
   */
  public record Leaving(List<Item> data, List<Item> objects, List<Item> forgotten) {

    /** Nothing leaves. */
    public static final Leaving NOTHING = new Leaving(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Leaving {
      data = List.copyOf(data);
      objects = List.copyOf(objects);
      forgotten = List.copyOf(forgotten);
    }
  }

  /**
   * One object.
   *
   * @param namespace empty for an object of the cluster
   * @param size what a claim holds, for instance {@code 50Gi}; null for what is no claim
   * @param storageClass the class of a claim; null for what is no claim
   */
  public record Item(
      String kind,
      String namespace,
      String name,
      @Nullable String size,
      @Nullable String storageClass) {

    /**
     * For a list, where the namespace is known: {@code PersistentVolumeClaim wordpress-content}.
     */
    public String displayIn(String known) {
      return kind + " " + nameIn(known);
    }

    /** Its name, with its namespace unless that is known. */
    String nameIn(String known) {
      return namespace.isEmpty() || namespace.equals(known) ? name : namespace + "/" + name;
    }
  }

  /**
   * What to look at.
   *
   * @param synced whether the cluster has taken the last step
   * @param beforeMerging what else must be true before the step is merged
   */
  public record Checks(List<Check> synced, List<Check> beforeMerging) {

    /** Copies the lists. */
    public Checks {
      synced = List.copyOf(synced);
      beforeMerging = List.copyOf(beforeMerging);
    }
  }

  /**
   * A command and what it must print.
   *
   * @param what the question that it answers
   * @param expect the answer that is needed
   */
  public record Check(String what, String command, String expect) {}
}
