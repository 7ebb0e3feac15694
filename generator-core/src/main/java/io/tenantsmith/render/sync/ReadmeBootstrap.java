package io.tenantsmith.render.sync;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.render.Layout;
import java.util.ArrayList;
import java.util.List;

/** Tells how a cluster starts: by which files, for which of its sync tools. */
final class ReadmeBootstrap {

  private ReadmeBootstrap() {}

  /** The paragraphs. */
  static String text(Fleet fleet, Cluster cluster) {
    List<String> commands = commands(fleet, cluster);
    String folder = Layout.cluster(cluster.name().value()).value();
    String byHand = "kubectl apply --server-side -k " + folder;
    if (commands.isEmpty()) {
      return """
      No sync tool can follow this tree: `publish.url` names no `https://` or `ssh://` address. Apply it by hand:

          @command@
      """
          .replace("@command@", byHand);
    }
    return (commands.size() == 1 ? "Apply this once" : "Apply one of these once")
        + "; from then on the sync tool follows branch `"
        + fleet.publish().branch().value()
        + "`:\n\n"
        + String.join("", commands)
        + "\nWithout a sync tool: `"
        + byHand
        + "`.\n";
  }

  private static List<String> commands(Fleet fleet, Cluster cluster) {
    List<String> commands = new ArrayList<>();
    if (SyncSource.ofFlux(fleet, cluster).isPresent()) {
      commands.add(command(cluster, "flux.yaml  ", "Flux 2.9 or newer"));
    }
    if (SyncSource.ofArgoCd(fleet, cluster).isPresent()) {
      commands.add(command(cluster, "argocd.yaml", "Argo CD 3.5 or newer"));
    }
    return commands;
  }

  private static String command(Cluster cluster, String file, String needs) {
    return "    kubectl apply -f "
        + Layout.bootstrap(cluster.name().value())
        + "/"
        + file
        + "    # "
        + needs
        + "\n";
  }
}
