package io.tenantsmith.planning;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tenantsmith.output.Change;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.steps.Manifests;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

  /** The same beside files that do not differ: policies and rights are judged all together. */
  SharedChanges beside(List<TreeFile> all) {
    Set<String> differing = new HashSet<>();
    before.forEach(file -> differing.add(file.path()));
    after.forEach(file -> differing.add(file.path()));
    List<TreeFile> others = all.stream().filter(file -> !differing.contains(file.path())).toList();
    return new SharedChanges(joined(before, others), joined(after, others));
  }

  private static List<TreeFile> joined(List<TreeFile> files, List<TreeFile> others) {
    return Stream.concat(files.stream(), others.stream()).toList();
  }
}
