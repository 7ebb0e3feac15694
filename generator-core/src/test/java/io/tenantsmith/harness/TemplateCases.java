package io.tenantsmith.harness;

import io.tenantsmith.template.Rendering;
import io.tenantsmith.template.ValueWatch;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Renderings of templates, one for each set of answers that a template gets to its questions. */
public final class TemplateCases {

  private final SortedMap<String, Rendering> byAnswers = new TreeMap<>();
  private final SortedMap<String, TemplateQuestions> questions = new TreeMap<>();
  private final SortedMap<String, SortedMap<Boolean, Rendering>> conditions = new TreeMap<>();

  /** Adds a rendering, unless there is one of the same template with the same answers. */
  public void add(Rendering rendering) {
    add(rendering, (name, value) -> value.get());
  }

  /** Gives each condition that always got the same answer the other one, once. */
  public void turnConditions() {
    for (String file : questions.keySet()) {
      for (String condition : questions.get(file).conditions()) {
        SortedMap<Boolean, Rendering> seen = conditions.get(file + ": " + condition);
        if (seen != null && seen.size() == 1) {
          add(
              seen.get(seen.firstKey()),
              (name, value) -> name.equals(condition) ? !(Boolean) value.get() : value.get());
        }
      }
    }
  }

  /** All of them. */
  public Collection<Rendering> all() {
    return byAnswers.values();
  }

  /** The files of the templates. */
  public SortedSet<String> files() {
    return new TreeSet<>(questions.keySet());
  }

  /** Conditions that did not get both answers. */
  public List<String> oneSided() {
    return questions.entrySet().stream()
        .flatMap(each -> each.getValue().conditions().stream().map(c -> each.getKey() + ": " + c))
        .filter(name -> conditions.getOrDefault(name, new TreeMap<>()).size() < 2)
        .toList();
  }

  private void add(Rendering rendering, ValueWatch values) {
    String file = rendering.template().file().name();
    TemplateQuestions asked =
        questions.computeIfAbsent(file, name -> TemplateQuestions.of(rendering.template()));
    SortedMap<String, SortedSet<String>> given = new TreeMap<>();
    Rendering watched =
        rendering.watched(
            (name, value) -> {
              Object answer = values.compute(name, value);
              asked
                  .answer(name, answer)
                  .ifPresent(text -> given.computeIfAbsent(name, n -> new TreeSet<>()).add(text));
              return answer;
            });
    watched.trees();
    if (byAnswers.putIfAbsent(file + " " + given, watched) == null) {
      for (String condition : asked.conditions()) {
        for (String answer : given.getOrDefault(condition, new TreeSet<>())) {
          conditions
              .computeIfAbsent(file + ": " + condition, name -> new TreeMap<>())
              .putIfAbsent(Boolean.valueOf(answer), watched);
        }
      }
    }
  }
}
