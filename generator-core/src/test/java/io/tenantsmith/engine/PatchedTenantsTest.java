package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.Kustomize;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.Layout;
import io.tenantsmith.run.FleetRenderer;
import io.tenantsmith.run.RenderedTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The folder of a patched tenant is built by the real Kustomize, and what it builds is byte by byte
 * what the tenant was judged by: every way to write a patch that is accepted, and tenants drawn
 * from a seed with some of these patches each. {@code -Drandom.patched=500} draws more.
 */
class PatchedTenantsTest {

  private static final int TENANTS = Integer.getInteger("random.patched", 40);

  /** Kustomize slows down with the number of objects, and a process costs as much as a tenant. */
  private static final int AT_ONCE = 5;

  @TempDir private Path folder;

  @Test
  void everyFormOfPatchIsBuilt() throws Exception {
    List<Map<String, Object>> tenants = new ArrayList<>();
    List<PatchForms> forms = PatchForms.all();
    for (int i = 0; i < forms.size(); i++) {
      Map<String, Object> tenant = new LinkedHashMap<>();
      tenant.put("tenant_id", "t" + i);
      tenant.put("display_name", "T" + i);
      tenant.put("admin_email", "admin@example.net");
      tenant.put("tier", "pro");
      tenant.put("cluster", MemoryFleet.CLUSTERS.get(0));
      tenant.put("patches", List.of(forms.get(i).tree()));
      tenants.add(tenant);
    }
    List<RenderedTenant> rendered = rendered(tenants);
    for (RenderedTenant tenant : rendered) {
      int form = Integer.parseInt(tenant.tenant().id().value().substring(1));
      assertThat(tenant.findings()).as(forms.get(form).text()).isEmpty();
      assertThat(tenant.patched().artifacts())
          .as(forms.get(form).text())
          .isNotEqualTo(tenant.artifacts());
    }
    compare(rendered);
  }

  @Test
  void whatIsDrawnIsBuilt() throws Exception {
    List<RenderedTenant> accepted =
        rendered(PatchedFleet.drawn(12, TENANTS)).stream()
            .filter(tenant -> tenant.findings().isEmpty())
            .toList();
    assertThat(accepted).hasSizeGreaterThan(TENANTS / 2);
    compare(accepted);
  }

  private static List<RenderedTenant> rendered(List<Map<String, Object>> tenants)
      throws IOException {
    return new FleetRenderer(new MemoryFleet().valid(tenants), Progress.NONE).inMemory();
  }

  private void compare(List<RenderedTenant> tenants) throws Exception {
    for (int i = 0; i < tenants.size(); i += AT_ONCE) {
      List<RenderedTenant> some = tenants.subList(i, Math.min(i + AT_ONCE, tenants.size()));
      Kustomize.Result theirs = built(some);
      Map<String, String> ours = texts(some);
      if (theirs.objects().filter(ours::equals).isEmpty()) {
        for (RenderedTenant tenant : some) {
          same(tenant, built(List.of(tenant)));
        }
        throw new AssertionError("only together: " + theirs.errors());
      }
    }
  }

  private static void same(RenderedTenant tenant, Kustomize.Result alone) {
    String said = tenant.tenant().id() + ": " + alone.errors() + kustomization(tenant);
    assertThat(alone.objects()).as(said).isPresent();
    Map<String, String> ours = texts(List.of(tenant));
    Map<String, String> theirs = alone.objects().orElseThrow();
    assertThat(theirs).as(said).containsOnlyKeys(ours.keySet());
    ours.forEach((name, text) -> assertThat(theirs.get(name)).as(said).isEqualTo(text));
  }

  private Kustomize.Result built(List<RenderedTenant> tenants) throws Exception {
    List<String> folders = new ArrayList<>();
    for (RenderedTenant tenant : tenants) {
      String name = tenant.tenant().id().value();
      folders.add(name);
      for (Artifact artifact : tenant.artifacts()) {
        Path file =
            folder
                .resolve(name)
                .resolve(artifact.path().relativeTo(Layout.tenant(tenant.tenant())).value());
        Files.createDirectories(file.getParent());
        Files.writeString(file, artifact.text());
      }
    }
    Files.writeString(
        folder.resolve("kustomization.yaml"),
        "resources:\n" + folders.stream().map(f -> "- " + f + "\n").collect(Collectors.joining()));
    return Kustomize.build(folder);
  }

  private static Map<String, String> texts(List<RenderedTenant> tenants) {
    List<Map<String, Object>> trees = new ArrayList<>();
    for (RenderedTenant tenant : tenants) {
      for (Artifact artifact : tenant.patched().artifacts()) {
        artifact.objects().forEach(object -> trees.add(new HashMap<>(object.tree())));
      }
    }
    return Kustomize.texts(trees);
  }

  private static String kustomization(RenderedTenant tenant) {
    return tenant.artifacts().stream()
        .filter(artifact -> artifact.path().name().equals("kustomization.yaml"))
        .map(Artifact::text)
        .collect(Collectors.joining());
  }
}
