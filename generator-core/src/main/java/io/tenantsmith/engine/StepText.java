package io.tenantsmith.engine;

import io.tenantsmith.engine.StepPlan.Check;
import io.tenantsmith.engine.StepPlan.Effect;
import io.tenantsmith.engine.StepPlan.Item;
import io.tenantsmith.engine.StepPlan.ObjectCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints the plan of a step for people: a line that names it, and below it what it does. */
public final class StepText {

  /** Beyond this, a list of names is broken into lines. */
  private static final int WIDTH = 100;

  private static final String DATA_LOSS = "DATA LOSS";

  private StepText() {}

  /** The lines of a plan, without a line end. */
  public static List<String> lines(StepPlan plan) {
    List<String> lines = new ArrayList<>();
    StepPlan.Way way = plan.way();
    lines.add(
        String.format(
            Locale.ROOT,
            "step      %s: %s -> %s   because %s",
            way.tenant().id(),
            way.from(),
            way.to(),
            way.because().display()));
    data(plan, lines);
    put("objects", counts(plan.objects()), lines);
    for (Effect effect : plan.effects()) {
      put(effect.topic().label(), effect.text() + list(effect.items()), lines);
    }
    deleted("deletes", plan.leaving().objects(), plan, lines);
    deleted("forgets", plan.leaving().forgotten(), plan, lines);
    checks("last step", plan.checks().synced(), lines);
    if (!plan.checks().beforeMerging().isEmpty()) {
      lines.add("  before merging");
    }
    checks("", plan.checks().beforeMerging(), lines);
    return List.copyOf(lines);
  }

  /** Comes first, one object a line: nobody may overlook it. */
  private static void data(StepPlan plan, List<String> lines) {
    String known = plan.way().tenant().namespace();
    plan.leaving().data().forEach(item -> put(DATA_LOSS, sized(item, known), lines));
  }

  /** A kind is said once: {@code Role tenant-admin, tenant-user; RoleBinding tenant-admin}. */
  private static void deleted(String name, List<Item> items, StepPlan plan, List<String> lines) {
    Map<String, List<String>> byKind = new LinkedHashMap<>();
    for (Item item : items) {
      byKind
          .computeIfAbsent(item.kind(), kind -> new ArrayList<>())
          .add(item.nameIn(plan.way().tenant().namespace()));
    }
    if (!items.isEmpty()) {
      String names =
          byKind.entrySet().stream()
              .map(kind -> kind.getKey() + " " + String.join(", ", kind.getValue()))
              .collect(Collectors.joining("; "));
      put(name, items.size() + (items.size() == 1 ? " object: " : " objects: ") + names, lines);
    }
  }

  private static void checks(String name, List<Check> checks, List<String> lines) {
    for (Check check : checks) {
      put(name, check.what() + " (" + check.expect() + ")", lines);
      lines.add(" ".repeat(14) + check.command());
    }
  }

  private static String sized(Item item, String known) {
    String name = item.displayIn(known);
    return item.size() == null ? name : name + ", " + item.size();
  }

  private static String counts(ObjectCounts counts) {
    return String.format(
        Locale.ROOT,
        "%d new, %d changed, %d removed, %d unchanged",
        counts.created(),
        counts.changed(),
        counts.removed(),
        counts.unchanged());
  }

  private static String list(List<String> items) {
    return items.isEmpty() ? "" : items.stream().collect(Collectors.joining(", ", ": ", ""));
  }

  private static void put(String name, String text, List<String> lines) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-9s ", name));
    int empty = line.length();
    for (String word : text.split(" ", -1)) {
      if (line.length() > empty && line.length() + word.length() >= WIDTH) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(" ".repeat(14));
        empty = line.length();
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().stripTrailing());
  }
}
