package io.tenantsmith.publish;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Publishes in a process of its own, so that it can be killed or given a hostile home. */
final class PublishProcess {

  private PublishProcess() {}

  /** Takes the folder of the fixture, a value, a number of files, and perhaps a repository. */
  public static void main(String[] arguments) {
    PublishFixture fixture = new PublishFixture(Path.of(arguments[0]));
    if (arguments.length > 3) {
      fixture.repository = arguments[3];
    }
    Map<String, String> files = new TreeMap<>();
    for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
      files.put("tenants/t" + i, arguments[1] + "\r\n");
    }
    fixture.guards = PublishFixture.limits(1, 100, null, null);
    Published published = fixture.publish(base -> PlainTree.of(files)).value().orElseThrow();
    System.exit(published.ending().kind() == Published.Kind.DONE ? 0 : 4);
  }
}
