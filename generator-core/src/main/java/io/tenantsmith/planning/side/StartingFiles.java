package io.tenantsmith.planning.side;

import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.render.ObjectRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Files that start a sync tool, which somebody applies once by hand. They may hold an object that
 * another file owns: the tool cannot begin without it.
 */
final class StartingFiles {

  private static final String FOLDER = "/bootstrap/";

  private StartingFiles() {}

  /** The files, each object in the one that owns it. */
  static List<TreeFile> withoutWhatOthersOwn(List<TreeFile> files) {
    Set<ObjectRef> owned = new HashSet<>();
    for (TreeFile file : files) {
      if (!file.path().contains(FOLDER)) {
        file.objects().forEach(object -> owned.add(object.ref()));
      }
    }
    return files.stream().map(file -> own(file, owned)).toList();
  }

  private static TreeFile own(TreeFile file, Set<ObjectRef> others) {
    if (!file.path().contains(FOLDER)) {
      return file;
    }
    List<KubernetesObject> own =
        file.objects().stream().filter(object -> !others.contains(object.ref())).toList();
    return new TreeFile(file.path(), own, file.text());
  }
}
