package io.tenantsmith.planning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.BoundTexts;
import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.Stated;
import io.tenantsmith.plan.ValueChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Two states of a fleet, written as texts, and questions about what differs. */
abstract class ComparedTexts {

  static final BaseFacts RENDERED = BaseFacts.renderedNow("tenantsmith 0.0.9");

  final BoundTexts bound = new BoundTexts();
  final SortedMap<String, String> before = new TreeMap<>();
  final SortedMap<String, String> after = new TreeMap<>();

  ComparedTexts() throws IOException {
    before.putAll(FleetTexts.sample());
    before.keySet().removeIf(file -> file.startsWith("tenants/"));
    put(
        "tiers/pro.yaml",
        "tier: pro\nlimits: {cpu: 2000m, memory: 2Gi, storage: 20Gi}\nweb:\n  pod_memory: 1Gi\n");
    put("tiers/gold.yaml", "tier: gold\nextends: pro\n");
    put("tenants/a.yaml", tenant("a", "pro"));
    put("tenants/b.yaml", tenant("b", "pro"));
    after.putAll(before);
  }

  static String tenant(String id, String tier) {
    return "tenant_id: %s\ndisplay_name: One\nadmin_email: a@b.example\ntier: %s\n"
        .formatted(id, tier);
  }

  void put(String file, String text) {
    before.put(file, text);
  }

  void edit(String file, String old, String now) {
    assertThat(after.get(file)).contains(old);
    after.put(file, after.get(file).replace(old, now));
  }

  void append(String file, String lines) {
    after.put(file, after.get(file) + lines);
  }

  TwoFleets fleets() {
    assertThat(TwoFleets.mistakes(bound, before)).isEmpty();
    assertThat(TwoFleets.mistakes(bound, after)).isEmpty();
    return TwoFleets.of(bound, before, after).orElseThrow();
  }

  static String shown(Cause cause) {
    return cause.kind() == Cause.Kind.SETTING
        ? "%s: %s, %s -> %s"
            .formatted(cause.text(), cause.key(), shown(cause.before()), shown(cause.after()))
        : cause.kind() + " " + cause.text();
  }

  static String shown(@Nullable Stated stated) {
    return stated == null
        ? "nothing"
        : stated.value() + " of " + stated.layer() + " at " + stated.place().display();
  }

  List<String> causes(String id) {
    TwoFleets fleets = fleets();
    return fleets.causes(RENDERED).attributed(fleets.representative(id)).causes().stream()
        .map(CausesTest::shown)
        .toList();
  }

  /** The causes of the fields whose path ends so, by object. */
  static List<String> because(Attributed found, String end) {
    List<String> because = new ArrayList<>();
    for (ObjectChange object : found.objects()) {
      for (ValueChange value : object.values()) {
        if (value.display().endsWith(end)) {
          because.add(
              object.object().display()
                  + " "
                  + value.causes().stream().map(i -> found.causes().get(i).text()).toList());
        }
      }
    }
    return because;
  }
}
