package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.GoldenFile;
import io.tenantsmith.lifecycle.Step;
import io.tenantsmith.model.PublishedFacts;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.run.SettledFleet;
import io.tenantsmith.steps.Passage;
import io.tenantsmith.steps.StepBook;
import io.tenantsmith.steps.TenantObjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said of each step, word for word, over objects that are written here: a tenant with two
 * database instances, in every state. {@code -Dgolden.update=true} writes the texts anew.
 */
class StepSentencesTest {

  private static final String FOLDER = "io/tenantsmith/engine/steps/";

  private final MemoryFleet fleet;

  StepSentencesTest() throws IOException {
    fleet = new MemoryFleet();
  }

  static Stream<Step> steps() {
    return Stream.of(Step.values()).filter(step -> step.from().isPresent());
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aStepSaysWhatItDoes(Step step) throws IOException {
    TenantState from = step.from().orElseThrow();
    SettledFleet settled = settled(step.to().orElse(from));
    ResolvedTenant tenant = settled.tenants().get(0);
    Passage.Rendered now =
        step.to().map(to -> new Passage.Rendered(tenant, objects(to), leftOut(to))).orElse(null);

    Optional<StepPlan> plan =
        StepBook.plan(
            new Passage(settled.fleet(), published(tenant, from), objects(from), since(step), now));

    String text = String.join("\n", StepText.lines(plan.orElseThrow())) + "\n";
    new GoldenFile(FOLDER + step.label() + ".txt").assertIs(text);
    assertThat(!plan.get().leaving().data().isEmpty()).isEqualTo(step == Step.ERASE);
  }

  private SettledFleet settled(TenantState state) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("tenant_id", "acme-corp");
    file.put("display_name", "ACME Corporation");
    file.put("admin_email", "it@acme.example");
    file.put("tier", "pro");
    file.put("cluster", "prod-eu-1");
    file.put("state", state.label());
    if (state == TenantState.RETAINED) {
      file.put("until", "2027-03-31");
    }
    if (state == TenantState.ERASING) {
      file.put("confirm", "acme-corp");
    }
    return fleet.valid(List.of(file));
  }

  private static PublishedTenant published(ResolvedTenant tenant, TenantState state) {
    return new PublishedTenant(
        tenant.id(),
        state,
        tenant.tier(),
        tenant.ring(),
        tenant.cluster().name().value(),
        "",
        PublishedFacts.of(tenant));
  }

  private static @Nullable String since(Step step) {
    return step == Step.ERASE ? "1f".repeat(20) : null;
  }

  /** An erased tenant has no object; its folder still says where it came from. */
  private static TenantObjects objects(TenantState state) {
    return TenantObjects.read(
        state == TenantState.ERASED
            ? Map.of("tenant.json", bytes("erased.json"))
            : Map.of("all.yaml", bytes(state.label() + ".yaml")));
  }

  private static List<String> leftOut(TenantState state) {
    return state == TenantState.SUSPENDED ? List.of("HTTPRoute wordpress, line 40") : List.of();
  }

  private static byte[] bytes(String name) {
    return new GoldenFile(FOLDER + name).text().getBytes(StandardCharsets.UTF_8);
  }
}
