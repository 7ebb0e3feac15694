package io.tenantsmith.steps;

import io.tenantsmith.engine.StepPlan.Topic;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.ResolvedTenant;
import java.util.List;

/** What several steps say of who comes in, and of what is taken along. */
record Doors(Passage passage) {

  /** Hosts of the site. */
  List<String> sites() {
    return passage
        .tenant()
        .map(ResolvedTenant::hosts)
        .map(hosts -> hosts.sites().stream().map(HostName::value).toList())
        .orElse(List.of());
  }

  /** The site answers with the page for closed sites. */
  void shut(StepDraft draft) {
    String shown =
        passage
            .fleet()
            .contacts()
            .pausedPage()
            .map(page -> "the site shows " + page.value().url())
            .orElse("the site is closed");
    draft.say(Topic.PEOPLE, shown, sites());
  }

  /** Grants in the tenant's namespace that are taken back. */
  List<String> closedAccess() {
    return grants(passage.old(), passage.fresh());
  }

  /** Grants in the tenant's namespace that are given again. */
  List<String> openedAccess() {
    return grants(passage.fresh(), passage.old());
  }

  /** An export starts, if the state has one. */
  void export(StepDraft draft) {
    Workload after = passage.runningAfter();
    after
        .export()
        .map(job -> job.place(passage.id()))
        .ifPresent(
            place ->
                draft.say(
                    Topic.COPIES,
                    "an export is made; it is whole once it has inventory.json",
                    List.of(place)));
  }

  private List<String> grants(TenantObjects some, TenantObjects others) {
    return some.ofKind("RoleBinding").stream()
        .filter(binding -> binding.namespace().equals(passage.namespace()))
        .filter(binding -> others.find("RoleBinding", binding.ref().name()).isEmpty())
        .map(passage::name)
        .toList();
  }
}
