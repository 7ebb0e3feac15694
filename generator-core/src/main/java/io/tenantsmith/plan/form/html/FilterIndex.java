package io.tenantsmith.plan.form.html;

import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.ChangedTenant;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ValueChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the page's script searches and filters: of each group its fate, dangers, causes, words and
 * tenants. Words that several groups share are held once, and named by number.
 */
final class FilterIndex {

  private final List<ChangeGroup> groups;
  private final CauseLabels labels;
  private final List<String> tiers;
  private final List<String> clusters;
  private final List<String> causes;
  private final List<String> dangers;
  private final Map<String, Integer> words = new LinkedHashMap<>();

  FilterIndex(List<ChangeGroup> groups) {
    this.groups = List.copyOf(groups);
    this.labels = CauseLabels.of(groups);
    Set<String> tierNames = new TreeSet<>();
    Set<String> clusterNames = new TreeSet<>();
    Set<String> causeNames = new TreeSet<>();
    Set<DangerKind> kinds = new TreeSet<>();
    for (ChangeGroup group : groups) {
      group.tenants().forEach(tenant -> tierNames.add(tenant.tier()));
      group.tenants().forEach(tenant -> clusterNames.add(tenant.cluster()));
      causeNames.addAll(labels.of(group));
      group.dangers().forEach(danger -> kinds.add(danger.kind()));
      if (!group.scope().cluster().isEmpty()) {
        clusterNames.add(group.scope().cluster());
      }
    }
    this.tiers = List.copyOf(tierNames);
    this.clusters = List.copyOf(clusterNames);
    this.causes = List.copyOf(causeNames);
    this.dangers = kinds.stream().map(DangerKind::label).toList();
  }

  /** Names of tiers, in the order of their numbers. */
  List<String> tiers() {
    return tiers;
  }

  List<String> clusters() {
    return clusters;
  }

  List<String> causes() {
    return causes;
  }

  List<String> dangers() {
    return dangers;
  }

  /** The index as JSON. */
  String json() {
    List<Object> entries = new ArrayList<>();
    groups.forEach(group -> entries.add(entry(group)));
    return PartData.safe(Map.of("groups", entries, "words", List.copyOf(words.keySet())));
  }

  private Map<String, Object> entry(ChangeGroup group) {
    Map<String, Object> entry = new TreeMap<>();
    entry.put("fate", group.scope().fate().label());
    entry.put(
        "dangers",
        numbers(dangers, group.dangers().stream().map(danger -> danger.kind().label()).toList()));
    entry.put("causes", numbers(causes, labels.of(group)));
    entry.put("words", words(group));
    entry.put("cluster", clusters.indexOf(group.scope().cluster()));
    Set<String> places = new TreeSet<>();
    group.tenants().forEach(tenant -> places.addAll(tenant.names().keySet()));
    entry.put("places", List.copyOf(places));
    List<Object> tenants = new ArrayList<>();
    group.tenants().forEach(tenant -> tenants.add(tenant(tenant, places)));
    entry.put("tenants", tenants);
    return entry;
  }

  private static List<Integer> numbers(List<String> names, Iterable<String> some) {
    Set<Integer> numbers = new TreeSet<>();
    some.forEach(name -> numbers.add(names.indexOf(name)));
    return List.copyOf(numbers);
  }

  /**
   * Id, tier, cluster, and what the group's placeholders stand for, in their order: its hosts and
   * other names, by which it may be searched, too; 0 is its id, an empty text is unknown.
   */
  private List<Object> tenant(ChangedTenant tenant, Set<String> places) {
    List<Object> entry = new ArrayList<>();
    entry.add(Words.visible(tenant.id()));
    entry.add(tiers.indexOf(tenant.tier()));
    entry.add(clusters.indexOf(tenant.cluster()));
    if (!places.isEmpty()) {
      List<Object> names = new ArrayList<>();
      for (String place : places) {
        String name = tenant.names().getOrDefault(place, "");
        names.add(name.equals(tenant.id()) ? Integer.valueOf(0) : Words.visible(name));
      }
      entry.add(names);
    }
    return entry;
  }

  private List<Integer> words(ChangeGroup group) {
    Set<Integer> numbers = new TreeSet<>();
    for (ObjectChange object : group.objects()) {
      numbers.add(word(object.object().display()));
      object.values().forEach(value -> addWords(value, numbers));
    }
    for (FileChange file : group.files()) {
      numbers.add(word(file.file()));
    }
    for (Cause cause : group.causes()) {
      numbers.add(word(cause.key() + " " + cause.text()));
      cause.place().ifPresent(place -> numbers.add(word(CauseView.place(place))));
    }
    for (Danger danger : group.dangers()) {
      numbers.add(word(danger.kind().label() + " " + danger.text()));
    }
    return List.copyOf(numbers);
  }

  private void addWords(ValueChange value, Set<Integer> numbers) {
    if (!value.path().isEmpty()) {
      numbers.add(word(value.display()));
    }
    if (value.text() != null) {
      value.text().values().forEach(inner -> addWords(inner, numbers));
    }
    boolean shown = value.form() == ValueChange.Form.PLAIN && value.text() == null;
    for (Object side : new Object[] {value.before(), value.after()}) {
      if (shown && side != null && !(side instanceof Map || side instanceof List)) {
        String text = String.valueOf(side);
        if (ValueView.isInLine(text)) {
          numbers.add(word(text));
        }
      }
    }
  }

  private int word(String text) {
    String word = lower(text);
    Integer known = words.putIfAbsent(word, words.size());
    return known == null ? words.size() - 1 : known;
  }

  private static String lower(String text) {
    return Words.visible(text).toLowerCase(Locale.ROOT);
  }
}
