package io.tenantsmith.run;

import io.tenantsmith.engine.StepPlan;
import io.tenantsmith.lifecycle.Step;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.patch.LeftOutPatch;
import io.tenantsmith.steps.Passage;
import io.tenantsmith.steps.StepBook;
import io.tenantsmith.steps.StepHistory;
import io.tenantsmith.steps.TenantObjects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The plans of a run's steps. Only of tenants whose state differs from the one in the current tree
 * are the files there read again; for all others this costs one look into a map.
 */
public final class StepPlans {

  private final Fleet fleet;
  private final StepHistory history;
  private final Map<String, PublishedTenant> before = new HashMap<>();
  private final List<StepPlan> plans = new ArrayList<>();

  /**
   * Steps from what a tree has of tenants.
   *
   * @param before the tenants of the tree
   */
  public StepPlans(Fleet fleet, Collection<PublishedTenant> before, StepHistory history) {
    this.fleet = fleet;
    this.history = history;
    before.forEach(tenant -> this.before.put(tenant.id().value(), tenant));
  }

  /** The objects of a tenant as the tree has them. */
  @FunctionalInterface
  public interface Former {

    /** Reads or renders them. */
    TenantObjects of(TenantId tenant) throws IOException;
  }

  /** Notes the step of a tenant, if it takes one. */
  public void add(RenderedTenant rendered, Former former) throws IOException {
    ResolvedTenant tenant = rendered.tenant();
    PublishedTenant published = before.get(tenant.id().value());
    if (published != null && published.state() != tenant.state()) {
      TenantObjects objects = TenantObjects.of(rendered.artifacts());
      List<String> leftOut =
          rendered.patched().leftOut().stream().map(LeftOutPatch::display).toList();
      add(published, new Passage.Rendered(tenant, objects, leftOut), former);
    }
  }

  /** Notes the last step of tenants that have no file any more. */
  public void addGone(List<ResolvedTenant> tenants, Former former) throws IOException {
    Set<String> there = new HashSet<>();
    tenants.forEach(tenant -> there.add(tenant.id().value()));
    for (PublishedTenant published : before.values()) {
      if (!there.contains(published.id().value())) {
        add(published, null, former);
      }
    }
  }

  /** All of them, by id. */
  public List<StepPlan> all() {
    return plans.stream().sorted(Comparator.comparing(plan -> plan.way().tenant().id())).toList();
  }

  private void add(PublishedTenant published, Passage.@Nullable Rendered now, Former former)
      throws IOException {
    TenantObjects old = former.of(published.id());
    StepBook.plan(new Passage(fleet, published, old, since(published, now), now))
        .ifPresent(plans::add);
  }

  /** A history is long, and only one step asks for it. */
  private @Nullable String since(PublishedTenant published, Passage.@Nullable Rendered now) {
    TenantState to = now == null ? null : now.tenant().state();
    return Step.between(published.state(), to).filter(Step.ERASE::equals).isPresent()
        ? history.since(published.id().value(), published.state()).orElse(null)
        : null;
  }
}
