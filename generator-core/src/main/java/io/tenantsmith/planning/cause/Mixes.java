package io.tenantsmith.planning.cause;

import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.statement.ChangedStatement;
import io.tenantsmith.statement.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What inputs render to in which some statements are as in the base and all others as they are now.
 * What means the same is rendered once.
 */
final class Mixes {

  /** Makes a mix. */
  interface Source {

    /** All values that can count, where these statements are undone; empty if they do not fit. */
    Optional<Mix> mix(Collection<Statement> undone);
  }

  /** Inputs of which some are undone. */
  interface Mix {

    /** All values that they are rendered from; equal for mixes that render to the same. */
    List<Object> values();

    /** What they render to. */
    List<TreeFile> files();
  }

  private final Source source;
  private final List<ChangedStatement> reaching;
  private final Renderings budget;
  private final Map<Set<Statement>, Optional<Mix>> mixes = new HashMap<>();
  private final Map<List<Object>, Optional<List<TreeFile>>> files = new HashMap<>();

  /**
   * The mixes of some statements.
   *
   * @param reaching the statements that differ and could count
   */
  Mixes(Source source, List<ChangedStatement> reaching, Renderings budget) {
    this.source = source;
    this.reaching = List.copyOf(reaching);
    this.budget = budget;
  }

  /**
   * The statements that move a value, undone alone or done alone; all of them where these are not
   * enough to restore the values of the base.
   */
  List<ChangedStatement> moving() {
    if (reaching.size() < 2) {
      return reaching;
    }
    Set<Statement> all = new LinkedHashSet<>(statements(reaching));
    Optional<List<Object>> now = values(Set.of());
    Optional<List<Object>> base = values(all);
    List<ChangedStatement> moving = new ArrayList<>();
    for (ChangedStatement each : reaching) {
      Set<Statement> others = new HashSet<>(all);
      others.remove(each.statement());
      if (!values(Set.of(each.statement())).equals(now) || !values(others).equals(base)) {
        moving.add(each);
      }
    }
    return values(new HashSet<>(statements(moving))).equals(base) ? moving : reaching;
  }

  /** What is rendered if these statements are undone; empty if the rest does not fit them. */
  Optional<List<TreeFile>> without(Collection<ChangedStatement> undone) {
    return mix(new HashSet<>(statements(undone)))
        .flatMap(mix -> files.computeIfAbsent(mix.values(), values -> render(mix)));
  }

  /** What the inputs of the base render to. */
  Optional<List<TreeFile>> base() {
    return without(reaching);
  }

  /** Whether more may be rendered to tell causes apart. */
  boolean mayRender() {
    return budget.isLeft();
  }

  private Optional<List<TreeFile>> render(Mix mix) {
    budget.spend();
    try {
      return Optional.of(mix.files());
    } catch (RuntimeException e) {
      // Statements of two states need not fit together, and no rule has judged them.
      return Optional.empty();
    }
  }

  private Optional<List<Object>> values(Set<Statement> undone) {
    return mix(undone).map(Mix::values);
  }

  private Optional<Mix> mix(Set<Statement> undone) {
    return mixes.computeIfAbsent(undone, source::mix);
  }

  static List<Statement> statements(Collection<ChangedStatement> changed) {
    return changed.stream().map(ChangedStatement::statement).toList();
  }
}
