package io.tenantsmith.render.site;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.WebPlan;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ContentDigest;
import io.tenantsmith.render.Demand;
import io.tenantsmith.render.Manifest;
import io.tenantsmith.render.TenantContributor;
import io.tenantsmith.render.kit.ObjectTree;
import io.tenantsmith.render.kit.TenantClaim;
import io.tenantsmith.render.kit.TenantScope;
import io.tenantsmith.render.kit.WebPort;
import io.tenantsmith.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Brings wordpress.yaml: the site of a tenant. */
public final class WordPressContributor implements TenantContributor {

  private static final int DIGITS = 16;

  private final ObjectTree trees = new ObjectTree();
  private final WordPressTexts texts = new WordPressTexts();
  private final WordPressInstallJob install = new WordPressInstallJob(trees);

  @Override
  public List<Artifact> contribute(ResolvedTenant tenant, Fleet fleet, List<Artifact> siblings) {
    WordPressSite site = new WordPressSite(new TenantScope(tenant, fleet));
    TenantClaim content = content(tenant);
    Manifest manifest = Manifest.ofTenant(tenant, "wordpress.yaml", objects(site, content));
    return List.of(
        manifest.written(YamlWriter::write).needing(demand(tenant.web()).plus(content.needed())));
  }

  private List<Map<String, Object>> objects(WordPressSite site, TenantClaim content) {
    SortedMap<String, String> files = texts.of(site);
    List<Map<String, Object>> objects = trees.of(web(site, content, files));
    objects.add(install.of(site, files));
    objects.add(trees.of(WordPressCronJob.of(site)));
    return objects;
  }

  private static List<HasMetadata> web(
      WordPressSite site, TenantClaim content, SortedMap<String, String> files) {
    List<HasMetadata> objects = new ArrayList<>();
    objects.add(config(site, files));
    objects.add(content.object(site.scope()));
    objects.add(WordPressDeployment.of(site, ContentDigest.of(files, DIGITS)));
    objects.add(WebPort.service(site.scope(), WordPressDeployment.WEB));
    objects.addAll(WordPressScaling.of(site));
    return objects;
  }

  private static ConfigMap config(WordPressSite site, SortedMap<String, String> files) {
    ConfigMap map = new ConfigMap();
    map.setMetadata(site.scope().metadata(WordPressParts.CONFIG_MAP));
    map.setData(files);
    return map;
  }

  /** Shared in every tier, so that a change of tier moves no data. */
  private static TenantClaim content(ResolvedTenant tenant) {
    return new TenantClaim(
        WordPressParts.CONTENT_CLAIM,
        "content",
        "ReadWriteMany",
        tenant.cluster().storageClasses().shared(),
        tenant.get(TenantKeys.STORAGE_SIZE));
  }

  /** A rollout starts one pod more while the last one still stops; the quota counts both. */
  private static Demand demand(WebPlan plan) {
    return WordPressWebContainer.size(plan)
        .needed("web", plan.maxReplicas() + 2)
        .plus(WordPressCronJob.SIZE.needed("wp-cron", 1))
        .plus(WordPressInstallJob.SIZE.needed("install", 1))
        .plus(new Demand(List.of(), List.of(), 1, 0, 1));
  }
}
