package io.tenantsmith.planning;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tenantsmith.output.Change;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.steps.Manifests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files outside tenants' folders, as two sides have them: all, or those that differ. */
record SharedChanges(List<TreeFile> before, List<TreeFile> after) {

  private static final String STARTERS = "/bootstrap/";

  /** Copies the lists. */
  SharedChanges {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /**
   * What a run found to differ. What starts a sync tool is compared as text: it repeats objects of
   * other files.
   */
  static SharedChanges of(List<Change> changes) {
    Manifests reader = new Manifests();
    List<TreeFile> before = new ArrayList<>();
    List<TreeFile> after = new ArrayList<>();
    for (Change change : changes) {
      String path = change.path().value();
      boolean isText = path.contains(STARTERS);
      byte[] old = change.before();
      if (old != null) {
        Optional<List<KubernetesObject>> read =
            isText ? Optional.empty() : reader.read(change.path().name(), old);
        before.add(new TreeFile(path, read.orElse(List.of()), () -> new String(old, UTF_8)));
      }
      change
          .file()
          .ifPresent(
              file ->
                  after.add(
                      new TreeFile(
                          path,
                          isText
                              ? List.of()
                              : file.rendered().map(Artifact::objects).orElse(List.of()),
                          () -> new String(file.content(), UTF_8))));
    }
    return new SharedChanges(before, after);
  }
}
