package io.tenantsmith.planning.danger;

import io.tenantsmith.harness.CaseFile;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.planning.danger.DangerContext.Side;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.run.RenderedArtifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A case about inputs: the sample, with texts of its files replaced, is compared with the sample.
 * Each line of a section is {@code OLD => NEW}; a section {@code before FILE} changes the base.
 */
final class EditedInputs {

  private EditedInputs() {}

  /** Dangers by tenant; those of what tenants share are under {@code (shared)}. */
  static Map<String, List<Danger>> dangers(CaseFile file, Path folder) throws IOException {
    Path base = SampleFleet.copyTo(folder.resolve("before"), 1);
    Path edited = SampleFleet.copyTo(folder.resolve("after"), 1);
    for (CaseFile.Section section : file.sections()) {
      String[] head = section.head().split(" ", -1);
      edit((head[0].equals("before") ? base : edited).resolve(head[1]), section.text());
    }
    return dangers(RenderedArtifacts.of(base), RenderedArtifacts.of(edited));
  }

  private static void edit(Path file, String lines) throws IOException {
    String text = Files.exists(file) ? Files.readString(file) : "";
    for (String line : lines.lines().toList()) {
      if (line.isBlank()) {
        continue;
      }
      String[] parts = line.split(" => ", 2);
      if (parts.length == 1) {
        text += line + "\n";
      } else if (text.contains(breaks(parts[0]))) {
        text = text.replace(breaks(parts[0]), breaks(parts[1]));
      } else {
        throw new AssertionError(file + " does not hold " + parts[0]);
      }
    }
    Files.writeString(file, text);
  }

  private static String breaks(String text) {
    return text.replace("\\n", "\n");
  }

  static Map<String, List<Danger>> dangers(RenderedArtifacts before, RenderedArtifacts after) {
    Map<String, String> old = DangerContext.owners(before.tenants());
    Map<String, String> now = DangerContext.owners(after.tenants());
    Set<String> ids = new TreeSet<>();
    before.tenants().forEach(tenant -> ids.add(tenant.id().value()));
    after.tenants().forEach(tenant -> ids.add(tenant.id().value()));
    Map<String, List<Danger>> dangers = new LinkedHashMap<>();
    for (String id : ids) {
      DangerContext context = new DangerContext(side(old, id, before), side(now, id, after));
      dangers.put(
          id,
          DangerBook.dangers(TwoTrees.matched(objects(before, id), objects(after, id)), context));
    }
    DangerContext context = new DangerContext(new Side(old, null), new Side(now, null));
    dangers.put(
        "(shared)", DangerBook.dangers(TwoTrees.matched(shared(before), shared(after)), context));
    return dangers;
  }

  private static Side side(Map<String, String> owners, String id, RenderedArtifacts fleet) {
    return new Side(owners, isIn(fleet, id) ? fleet.tenant(id).settings() : null);
  }

  private static boolean isIn(RenderedArtifacts fleet, String id) {
    return fleet.tenants().stream().map(ResolvedTenant::id).anyMatch(i -> i.value().equals(id));
  }

  private static List<Map<String, Object>> objects(RenderedArtifacts fleet, String id) {
    return isIn(fleet, id) ? trees(fleet.patchedOf(id)) : List.of();
  }

  private static List<Map<String, Object>> shared(RenderedArtifacts fleet) {
    return trees(
        fleet.all().stream()
            .filter(artifact -> !artifact.path().toString().matches(".*/tenants/[^/]+/.*"))
            .toList());
  }

  private static List<Map<String, Object>> trees(List<Artifact> artifacts) {
    Map<String, Map<String, Object>> trees = new TreeMap<>();
    List<Map<String, Object>> all = new ArrayList<>();
    for (Artifact artifact : artifacts) {
      // One object may be written for each sync tool.
      artifact
          .objects()
          .forEach(
              object ->
                  trees.putIfAbsent(
                      object.ref().apiVersion() + object.ref().display(), object.tree()));
    }
    all.addAll(trees.values());
    return all;
  }
}
