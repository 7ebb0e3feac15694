package io.tenantsmith.render.sync;

import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor.ClusterView;
import io.tenantsmith.render.Manifest;
import io.tenantsmith.yaml.YamlWriter;
import java.util.List;
import java.util.Map;

/** Makes the files of objects that sync tools read. */
final class SyncFile {

  private SyncFile() {}

  /** One that follows from fleet.yaml. */
  static Artifact of(RelativePath path, ClusterView view, List<Map<String, Object>> objects) {
    String source = view.cluster().name().range().file();
    return of(path, source, objects);
  }

  /** One that follows from another file. */
  static Artifact of(RelativePath path, String source, List<Map<String, Object>> objects) {
    return new Manifest(path, source, objects).written(YamlWriter::write);
  }
}
