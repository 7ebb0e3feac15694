package io.tenantsmith.steps;

import io.tenantsmith.render.Layout;

/** What content automation wrote for whom: the platform's, so it outlives a tenant. */
public final class ContentLedger {

  /** Its claim. */
  public static final String CLAIM = "content-ledger";

  private ContentLedger() {}

  /** Whether it is among objects of a platform. */
  public static boolean isIn(TenantObjects platform) {
    return platform.ofKind("PersistentVolumeClaim").stream()
        .anyMatch(claim -> claim.ref().name().equals(CLAIM));
  }

  /** The command by which it forgets a tenant; the second time it says that there is nothing. */
  public static String erasing(String tenant) {
    return "kubectl -n "
        + Layout.ADMIN_APPS
        + " exec deployment/content -c content -- python -m tenantsmith_content.erase "
        + tenant;
  }
}
