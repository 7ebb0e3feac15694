package io.tenantsmith.render.site;

import io.tenantsmith.lifecycle.StateForm;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.WebPlan;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ContentDigest;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.TenantNames;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import io.tenantsmith.template.Rendering;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Renders wordpress.yaml: the site of a tenant, what serves it and the Jobs that keep it; kept,
 * only the volume with its content.
 */
public final class WordPressContributor implements TenantContributor {

  private static final NamedValues<WebPlan> PLAN =
      NamedValues.<WebPlan>builder()
          .condition("web.autoscaled", plan -> plan.minReplicas() != plan.maxReplicas())
          .value("web.minReplicas", WebPlan::minReplicas)
          .value("web.maxReplicas", WebPlan::maxReplicas)
          .value("web.scaledCpuPercent", WebPlan::scaledCpuPercent)
          .value("web.scaledMemoryPercent", WebPlan::scaledMemoryPercent)
          .value("web.cpuRequest", plan -> plan.cpuRequest().text())
          .value("web.cpuLimit", plan -> plan.cpuLimit().text())
          .value("web.memoryRequest", plan -> plan.memoryRequest().text())
          .value("web.memoryLimit", plan -> plan.memoryLimit().text())
          .build();
  private static final NamedValues<WordPressSite> SITE =
      NamedValues.<WordPressSite>builder()
          .including(WordPressSite::scope, TenantNames.VALUES)
          .value("host", site -> site.host().value())
          .value("databaseHost", site -> site.scope().databaseHost())
          .value("image.web", site -> site.tenant().image(ImageKeys.WORDPRESS))
          .build();
  private static final NamedValues<Source> WEB_VALUES =
      NamedValues.<Source>builder()
          .including(Source::site, SITE)
          .including(source -> source.tenant().web(), PLAN)
          .form("closed", Source::closed)
          .condition("scaling.tolerant", source -> hasTolerance(source.tenant()))
          .condition("relay.used", source -> source.site().mail().isPresent())
          .condition("relay.secret", source -> source.site().hasMailSecret())
          .condition("sso", source -> source.site().hasSso())
          .condition("contentBot", source -> source.site().hasContentBot())
          .value("config.files", Source::files)
          .value("config.digest", source -> source.texts().digest(16))
          .build();
  private static final NamedValues<Source> JOB_VALUES =
      NamedValues.<Source>builder()
          .including(Source::site, SITE)
          .condition(
              "relay.ofJob",
              source -> source.site().mailsFirstPassword() && source.site().hasMailSecret())
          .condition("contentBot", source -> source.site().hasContentBot())
          .value("adminEmail", source -> source.tenant().adminEmail())
          .value("adminUser", source -> source.tenant().get(TenantKeys.ADMIN_USER))
          .value("install.digest", WordPressContributor::installDigest)
          .value("image.cli", source -> source.tenant().image(ImageKeys.WORDPRESS_CLI))
          .build();
  private static final NamedValues<Volume> CONTENT_VALUES =
      NamedValues.<Volume>builder()
          .including(Volume::scope, TenantNames.VALUES)
          .form("kept", Volume::kept)
          .value("content.size", volume -> volume.tenant().get(TenantKeys.STORAGE_SIZE).text())
          .value(
              "content.storageClass", volume -> volume.tenant().cluster().storageClasses().shared())
          .build();
  private static final ObjectTemplate<Volume> CONTENT =
      ObjectTemplate.beside(WordPressContributor.class, "wordpress-content.yaml", CONTENT_VALUES);

  private static final ObjectTemplate<Source> WEB =
      ObjectTemplate.beside(WordPressContributor.class, "wordpress.yaml", WEB_VALUES);

  private static final ObjectTemplate<Source> JOBS =
      ObjectTemplate.beside(WordPressContributor.class, "wordpress-jobs.yaml", JOB_VALUES);

  private final WordPressTexts texts = new WordPressTexts();
  private final StateForm form;

  /** A contributor of one form. Closed, nothing serves the site. */
  public WordPressContributor(StateForm form) {
    this.form = form;
  }

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    TenantScope scope = new TenantScope(tenant, fleet);
    Rendering content = CONTENT.render(new Volume(scope, form.isMarked()));
    if (!form.isWhole()) {
      return List.of(scope.file("wordpress.yaml", content));
    }
    WordPressSite site = new WordPressSite(scope);
    Source source = new Source(site, texts.of(site), form == StateForm.CLOSED, true);
    return List.of(scope.file("wordpress.yaml", content, WEB.render(source), JOBS.render(source)));
  }

  /** Whether a scaler's tolerance is more than a field that is dropped. */
  private static boolean hasTolerance(ResolvedTenant tenant) {
    return tenant.cluster().kubernetesMinor() >= 35;
  }

  /**
   * A digest of the Job's whole spec, and of its files that are not in the spec; not of its name.
   */
  private static String installDigest(Source source) {
    if (!source.named()) {
      return "";
    }
    String config = source.texts().digestOfTheJob();
    Map<String, Object> job = JOBS.render(source.unnamed()).trees("Job"::equals).get(0);
    return ContentDigest.of(Map.of("config", config, "spec", job.get("spec")), 8);
  }

  /** The volume of a site, and whether it has the marks that protect it. */
  private record Volume(TenantScope scope, boolean kept) {

    ResolvedTenant tenant() {
      return scope.tenant();
    }
  }

  /**
   * A site with the files of its ConfigMap.
   *
   * @param closed whether nothing serves it
   * @param named whether the name of its install Job has a digest
   */
  private record Source(
      WordPressSite site, WordPressTexts.OfSite texts, boolean closed, boolean named) {

    Source unnamed() {
      return new Source(site, texts, closed, false);
    }

    SortedMap<String, String> files() {
      return texts.files();
    }

    ResolvedTenant tenant() {
      return site.tenant();
    }
  }
}
