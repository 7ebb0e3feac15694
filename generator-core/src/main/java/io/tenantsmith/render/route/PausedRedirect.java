package io.tenantsmith.render.route;

import io.tenantsmith.model.PausedPage;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.template.NamedValues;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the routes of a suspended tenant answer: for now, so that no browser keeps the answer when
 * the tenant comes back.
 */
public final class PausedRedirect {

  /** The name by which a template has the filters of a rule that redirects to the paused page. */
  public static final NamedValues<TenantScope> VALUES =
      NamedValues.<TenantScope>builder().value("paused.redirect", PausedRedirect::filters).build();

  private PausedRedirect() {}

  private static List<Map<String, Object>> filters(TenantScope scope) {
    // A rule of inputs refuses a suspended tenant without it.
    PausedPage page = scope.fleet().contacts().pausedPage().orElseThrow().value();
    Map<String, Object> redirect = new TreeMap<>();
    redirect.put("scheme", "https");
    redirect.put("hostname", page.host().value());
    if (!page.hasUsualPort()) {
      redirect.put("port", page.port());
    }
    // Else the path that was asked for would be asked for there.
    redirect.put("path", Map.of("type", "ReplaceFullPath", "replaceFullPath", page.path()));
    redirect.put("statusCode", 302);
    return List.of(Map.of("type", "RequestRedirect", "requestRedirect", redirect));
  }
}
