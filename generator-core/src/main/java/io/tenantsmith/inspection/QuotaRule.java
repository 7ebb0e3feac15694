package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.demand.PeakDemand;
import io.tenantsmith.demand.Share;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.objects.Amount;
import io.tenantsmith.objects.Node;
import java.util.function.Consumer;

/** All that is rendered fits the quota, also when all of it is at its most at the same time. */
final class QuotaRule implements OutputRule {

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    for (ObjectValues quota : output.own("ResourceQuota")) {
      if (countsAll(quota)) {
        for (Node hard : quota.spec().get("hard").entries()) {
          inspect(quota, hard, output.demand(), report);
        }
      }
    }
  }

  /** One with a scope counts only some pods. */
  private static boolean countsAll(ObjectValues quota) {
    return quota.spec().get("scopes").isMissing() && quota.spec().get("scopeSelector").isMissing();
  }

  private static void inspect(
      ObjectValues quota, Node hard, PeakDemand demand, Consumer<Finding> report) {
    Amount allowed = Amount.of(hard);
    String resource = hard.step().toString();
    Share share = demand.share(resource);
    ObjectValues largest = share.largest();
    if (allowed != null && largest != null && share.sum().compareTo(allowed) > 0) {
      report.accept(
          Finding.of(
              quota,
              Code.OBJ607,
              hard,
              Quoted.quote(String.valueOf(hard.value()))
                  + " is allowed, at the peak "
                  + text(share.sum(), resource)
                  + " is needed; "
                  + largest.object().ref().display()
                  + " takes most of it, "
                  + text(share.part(), resource),
              "let it take less, or raise the tenant's resources, from which the quota is computed"));
    }
  }

  private static String text(Amount amount, String resource) {
    boolean bytes = resource.endsWith("memory") || resource.endsWith("storage");
    return bytes ? amount.binary() : amount.decimal();
  }
}
