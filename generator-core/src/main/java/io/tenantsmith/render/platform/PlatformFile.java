package io.tenantsmith.render.platform;

import io.tenantsmith.model.Sourced;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.Causes;
import io.tenantsmith.render.Layout;
import io.tenantsmith.render.Manifest;
import io.tenantsmith.template.ObjectTemplate;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file of a cluster's platform folder.
 *
 * @param path where it lies below that folder
 * @param template lies alike below the folder of this class
 */
record PlatformFile(String path, ObjectTemplate<Platform> template) {

  /** The files at these paths. */
  static List<PlatformFile> all(String... paths) {
    return Stream.of(paths).map(PlatformFile::at).toList();
  }

  /** The file of a cluster. */
  Artifact artifact(Platform platform) {
    Sourced<String> name = platform.cluster().name();
    RelativePath place = Layout.platform(name.value());
    for (String segment : path.split("/", -1)) {
      place = place.resolve(segment);
    }
    return Manifest.rendered(
        place, name.range().file(), List.of(template.render(platform)), Causes.fleet(name.range()));
  }

  private static PlatformFile at(String path) {
    return new PlatformFile(
        path, ObjectTemplate.beside(PlatformFile.class, path, PlatformNames.VALUES));
  }
}
