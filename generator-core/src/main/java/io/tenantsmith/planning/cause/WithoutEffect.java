package io.tenantsmith.planning.cause;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Document;
import io.tenantsmith.model.PlainValue;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.NoEffect;
import io.tenantsmith.statement.ChangedStatement;
import io.tenantsmith.statement.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What changed in the inputs and changes nothing that is rendered, moved values among it. */
final class WithoutEffect {

  private final Map<ChangedStatement, Integer> tenants = new LinkedHashMap<>();
  private final Map<Move, List<ChangedStatement>> moves = new LinkedHashMap<>();

  private WithoutEffect() {}

  /**
   * A value that is stated elsewhere now.
   *
   * @param up whether the closer layer states it now
   * @param far the statement of the layer that more tenants share
   * @param from where it was, or is now, in the closer layer; empty for any tenant
   */
  private record Move(boolean up, ChangedStatement far, Document document, String from) {}

  /**
   * The statements that changed and are no cause.
   *
   * @param named those that are
   */
  static List<NoEffect> of(InputPair inputs, Set<Statement> named) {
    WithoutEffect without = new WithoutEffect();
    for (ChangedStatement changed : inputs.changed()) {
      if (!named.contains(changed.statement())) {
        without.tenants.put(changed, 0);
      }
    }
    if (!without.tenants.isEmpty()) {
      inputs.ids().forEach(id -> without.add(inputs.reaching(id)));
    }
    return without.all();
  }

  private void add(List<ChangedStatement> reaching) {
    for (ChangedStatement each : reaching) {
      if (tenants.containsKey(each)) {
        tenants.merge(each, 1, Integer::sum);
        counterpart(each, reaching)
            .ifPresent(move -> moves.computeIfAbsent(move, key -> new ArrayList<>()).add(each));
      }
    }
  }

  /** What is said elsewhere instead of a statement that is gone, or was said before a new one. */
  private static Optional<Move> counterpart(
      ChangedStatement near, List<ChangedStatement> reaching) {
    boolean up = near.before() == null;
    if (!up && near.after() != null) {
      return Optional.empty();
    }
    Sourced<?> value = Objects.requireNonNull(up ? near.after() : near.before());
    Document document = near.statement().document();
    String owner = document == Document.TENANT ? "" : near.statement().owner();
    return reaching.stream()
        .filter(far -> far.statement().document() != document && isSameField(near, far))
        .filter(far -> isSame(value, up ? far.before() : far.after()))
        .findFirst()
        .map(far -> new Move(up, far, document, owner));
  }

  private static boolean isSameField(ChangedStatement one, ChangedStatement other) {
    return key(one).equals(key(other));
  }

  private static String key(ChangedStatement changed) {
    return changed.statement().path().replaceFirst("^set\\.", "");
  }

  private static boolean isSame(Sourced<?> value, @Nullable Sourced<?> other) {
    return other != null && PlainValue.isSame(value.value(), other.value());
  }

  private List<NoEffect> all() {
    List<NoEffect> all = new ArrayList<>();
    Set<ChangedStatement> said = new HashSet<>();
    moves.forEach(
        (move, near) -> {
          // a value that two layers gave up for a third was one move
          if (said.addAll(near)) {
            said.add(move.far());
            all.add(new NoEffect(inWords(move, near), near.size()));
          }
        });
    tenants.forEach(
        (changed, count) -> {
          if (!said.contains(changed) && count > 0) {
            all.add(new NoEffect(CauseWords.of(changed, Optional.empty()), count));
          }
        });
    return all;
  }

  private static Cause inWords(Move move, List<ChangedStatement> near) {
    ChangedStatement first = near.get(0);
    ChangedStatement from = move.up() ? move.far() : first;
    ChangedStatement to = move.up() ? first : move.far();
    Sourced<?> before = Objects.requireNonNull(from.before());
    Sourced<?> after = Objects.requireNonNull(to.after());
    int more = near.size() - 1;
    String others = more == 0 ? "" : " and " + more + (more == 1 ? " other" : " others");
    return new Cause(
        Cause.Kind.SETTING,
        to.statement().field(),
        CauseWords.stated(from.statement(), before),
        CauseWords.stated(to.statement(), after),
        "moved from "
            + line(before.range(), move.up() ? "" : others)
            + " to "
            + line(after.range(), move.up() ? others : ""));
  }

  private static String line(SourceRange place, String others) {
    return CauseWords.line(place) + others;
  }
}
