package io.tenantsmith.git;

import io.tenantsmith.git.http.HttpsConnections;
import io.tenantsmith.git.ssh.SshSessions;
import io.tenantsmith.surroundings.Surroundings;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.JGitText;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteConfig;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/**
 * The history that the repository of the inputs lacks, asked from its origin: commits only where
 * the server knows how to send them alone. It lies in a temporary folder that looks into the
 * repository of the inputs, where nothing is written.
 */
final class OriginHistory implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final RefSpec ALL_BRANCHES = new RefSpec("+refs/heads/*:refs/tenantsmith/*");

  private final TemporaryClone clone;
  private final Repository both;

  private OriginHistory(TemporaryClone clone, Repository both) {
    this.clone = clone;
    this.both = both;
  }

  /**
   * Asks the origin for all of its branches.
   *
   * @param workTree what a path of the origin is relative to
   * @throws UnreachableException if it does not send them within the limit
   */
  static OriginHistory fetch(Repository inputs, Path workTree, Surroundings surroundings)
      throws IOException {
    URIish origin = origin(inputs.getConfig(), workTree);
    TemporaryClone clone = TemporaryClone.make(surroundings);
    try {
      prepare(clone.repository().getConfig(), inputs.getConfig());
      fetch(clone.repository(), origin, surroundings);
      return new OriginHistory(clone, lookingInto(inputs, clone.repository()));
    } catch (TransportException e) {
      clone.close();
      throw new UnreachableException(RemoteFailures.of(e, origin), e);
    } catch (IOException | RuntimeException e) {
      clone.close();
      throw e;
    }
  }

  /** Its commits and those of the repository of the inputs. */
  Repository repository() {
    return both;
  }

  @Override
  public void close() {
    both.close();
    clone.close();
  }

  /** Where the inputs were cloned from, if it is an address that publish would use itself. */
  private static URIish origin(Config config, Path workTree) throws IOException {
    try {
      List<URIish> addresses = new RemoteConfig(config, "origin").getURIs();
      if (addresses.isEmpty()) {
        throw new IOException("the repository of the inputs has no origin");
      }
      String address = addresses.get(0).toPrivateString();
      return switch (RepositoryAddress.of(address).kind()) {
        case UNSUPPORTED ->
            throw new IOException("the origin of the inputs is not reached by https, ssh or file");
        case PATH -> new URIish(workTree.resolve(address).normalize().toUri().toString());
        default -> addresses.get(0);
      };
    } catch (URISyntaxException e) {
      throw new IOException("the origin of the inputs is no address", e);
    }
  }

  /** Takes over the headers by which CI servers log in; they reach nobody but the origin. */
  private static void prepare(StoredConfig ours, Config inputs) {
    ours.setString("http", null, "followRedirects", "false");
    for (String address : inputs.getSubsections("http")) {
      List<String> headers = List.of(inputs.getStringList("http", address, "extraHeader"));
      ours.setStringList("http", address, "extraHeader", headers);
    }
  }

  private static void fetch(Repository into, URIish origin, Surroundings surroundings)
      throws IOException {
    Until end = new Until(surroundings.now().plus(LIMIT), surroundings);
    try (SshSessions ssh = SshSessions.of(surroundings, LIMIT)) {
      fetch(transport(into, origin, ssh, surroundings), FilterSpec.fromFilterLine("tree:0"), end);
    } catch (TransportException e) {
      if (!String.valueOf(e.getMessage()).contains(JGitText.get().filterRequiresCapability)) {
        throw e;
      }
      try (SshSessions ssh = SshSessions.of(surroundings, LIMIT)) {
        fetch(transport(into, origin, ssh, surroundings), FilterSpec.NO_FILTER, end);
      }
    }
  }

  private static void fetch(Transport made, FilterSpec filter, Until end) throws IOException {
    try (Transport transport = made) {
      transport.setFilterSpec(filter);
      transport.fetch(end, List.of(ALL_BRANCHES));
    }
  }

  private static Transport transport(
      Repository into, URIish origin, SshSessions ssh, Surroundings surroundings)
      throws IOException {
    Transport transport = Transport.open(into, origin);
    transport.setTimeout((int) LIMIT.toSeconds());
    transport.setTagOpt(TagOpt.NO_TAGS);
    transport.setCheckFetchedObjects(false);
    if (transport instanceof SshTransport overSsh) {
      overSsh.setSshSessionFactory(ssh);
    }
    if (transport instanceof TransportHttp overHttps) {
      overHttps.setHttpConnectionFactory(
          new HttpsConnections(surroundings, origin.getPass() != null));
    }
    return transport;
  }

  /** Reads the objects of both; without the mark that says where a shallow clone ends. */
  private static Repository lookingInto(Repository inputs, Repository clone) throws IOException {
    if (!(inputs.getObjectDatabase() instanceof ObjectDirectory objects)) {
      throw new IOException("the repository of the inputs keeps its objects elsewhere");
    }
    File info = new File(clone.getDirectory(), "objects/info");
    Files.createDirectories(info.toPath());
    Files.writeString(
        info.toPath().resolve("alternates"),
        objects.getDirectory().getAbsolutePath() + "\n",
        StandardCharsets.UTF_8);
    return new FileRepositoryBuilder().setBare().setGitDir(clone.getDirectory()).build();
  }

  /** Breaks a fetch off that takes too long. */
  private static final class Until extends EmptyProgressMonitor {

    private final Instant end;
    private final Surroundings surroundings;

    Until(Instant end, Surroundings surroundings) {
      this.end = end;
      this.surroundings = surroundings;
    }

    @Override
    public boolean isCancelled() {
      return surroundings.now().isAfter(end);
    }
  }
}
