package io.tenantsmith.git;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.git.ssh.SshSessions;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/**
 * A repository behind a URL: a temporary bare clone of the one or two commits that are needed,
 * removed afterwards. The branch moves by a push that names the old commit.
 */
final class RemoteRepository implements GitopsRepository {

  static final int TIMEOUT_SECONDS = 30;
  private static final String FETCHED_BASE = "refs/tenantsmith/base";
  private static final String FETCHED_PUSH = "refs/tenantsmith/push";

  private final Path folder;
  private final Repository clone;
  private final URIish uri;
  private final Refs refs;
  private final @Nullable CredentialsProvider credentials;
  private final SshSessions ssh;

  private RemoteRepository(Clone made, URIish uri, Refs refs, Login login) {
    this.folder = made.folder();
    this.clone = made.repository();
    this.uri = uri;
    this.refs = refs;
    this.credentials = login.credentials();
    this.ssh = SshSessions.of(login.surroundings(), Duration.ofSeconds(TIMEOUT_SECONDS));
  }

  /**
   * What a server is told about who asks.
   *
   * @param credentials user and password, for https
   * @param surroundings where keys are found, for ssh
   */
  record Login(@Nullable CredentialsProvider credentials, Surroundings surroundings) {}

  private record Clone(Path folder, Repository repository) {}

  static RemoteRepository open(URIish uri, Refs refs, Login login) throws IOException {
    Path folder = Files.createTempDirectory("tenantsmith-publish-");
    Repository clone =
        new FileRepositoryBuilder().setBare().setGitDir(folder.resolve("clone").toFile()).build();
    clone.create(true);
    // Only what the server has must be durable; syncing every object of a temporary clone is waste.
    StoredConfig config = clone.getConfig();
    config.setBoolean("core", null, "fsyncObjectFiles", false);
    config.setBoolean("core", null, "fsyncRefFiles", false);
    config.save();
    return new RemoteRepository(new Clone(folder, clone), uri, refs, login);
  }

  @Override
  public Repository objects() {
    return clone;
  }

  @Override
  public Tips fetch() throws IOException {
    try (Transport transport = transport()) {
      Tips tips = listed(transport);
      List<RefSpec> wanted = new ArrayList<>();
      if (tips.base() != null) {
        wanted.add(new RefSpec("+" + refs.base() + ":" + FETCHED_BASE));
      }
      if (tips.push() != null && !refs.push().equals(refs.base())) {
        wanted.add(new RefSpec("+" + refs.push() + ":" + FETCHED_PUSH));
      }
      if (wanted.isEmpty()) {
        return tips;
      }
      transport.setDepth(1);
      transport.fetch(NullProgressMonitor.INSTANCE, wanted);
      return fetched(tips);
    } catch (TransportException e) {
      throw new UnreachableException(RemoteFailures.of(e, uri), e);
    }
  }

  @Override
  public PushAnswer push(Tips tips, CommitId commit) throws IOException {
    RemoteRefUpdate update =
        new RemoteRefUpdate(
            clone, "commit", commit.object(), refs.push(), false, null, tips.expected());
    try (Transport transport = transport()) {
      PushResult result = transport.push(NullProgressMonitor.INSTANCE, List.of(update));
      return settle(answer(update, result.getMessages()), tips);
    } catch (TransportException e) {
      return PushAnswer.broken(new UnreachableException(RemoteFailures.of(e, uri), e));
    }
  }

  @Override
  public List<Diagnostic> notes() {
    return List.of();
  }

  @Override
  public void close() {
    ssh.close();
    clone.close();
    deleteAll(folder);
  }

  /** Removes a temporary folder as far as that is possible. */
  static void deleteAll(Path top) {
    List<Path> all;
    try (Stream<Path> found = Files.walk(top)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    } catch (IOException | UncheckedIOException e) {
      return;
    }
    // What cannot be removed is litter in a temporary folder; the publish does not fail for it.
    all.forEach(path -> path.toFile().delete());
  }

  private Transport transport() throws NotSupportedException, TransportException {
    Transport transport = Transport.open(clone, uri);
    transport.setTimeout(TIMEOUT_SECONDS);
    transport.setTagOpt(TagOpt.NO_TAGS);
    transport.setCredentialsProvider(credentials);
    if (transport instanceof SshTransport overSsh) {
      overSsh.setSshSessionFactory(ssh);
    }
    return transport;
  }

  private Tips listed(Transport transport) throws IOException {
    try (FetchConnection connection = opened(transport)) {
      Map<String, Ref> found = connection.getRefsMap();
      return new Tips(id(found.get(refs.base())), id(found.get(refs.push())));
    }
  }

  private FetchConnection opened(Transport transport)
      throws NotSupportedException, TransportException {
    try {
      return transport.openFetch();
    } catch (IllegalThreadStateException e) {
      // Over ssh JGit asks how the program there ended, which may still be on its way.
      throw new NoRemoteRepositoryException(uri, "not found.", e);
    }
  }

  /** What was really fetched: a branch may have moved between the list and the fetch. */
  private Tips fetched(Tips listed) throws IOException {
    ObjectId base = listed.base() == null ? null : id(clone.exactRef(FETCHED_BASE));
    if (refs.push().equals(refs.base())) {
      return new Tips(base, base);
    }
    return new Tips(base, listed.push() == null ? null : id(clone.exactRef(FETCHED_PUSH)));
  }

  private static PushAnswer answer(RemoteRefUpdate update, String messages) {
    String words = (update.getMessage() == null ? "" : update.getMessage()) + "\n" + messages;
    return switch (update.getStatus()) {
      case OK, UP_TO_DATE -> PushAnswer.done();
      case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> PushAnswer.lost(words);
      case REJECTED_OTHER_REASON, REJECTED_NODELETE, NON_EXISTING -> PushAnswer.refused(words);
      case NOT_ATTEMPTED, AWAITING_REPORT -> PushAnswer.unknown(words);
    };
  }

  /** Each server words a lost race differently; where the branch stands is more reliable. */
  private PushAnswer settle(PushAnswer answer, Tips tips) throws IOException {
    if (answer.kind() != PushAnswer.Kind.REFUSED) {
      return answer;
    }
    if (answer.words().contains("cannot lock ref") || answer.words().contains("failed to lock")) {
      return PushAnswer.lost(answer.words());
    }
    try (Transport transport = transport()) {
      ObjectId now = listed(transport).expected();
      return now.equals(tips.expected()) ? answer : PushAnswer.lost(answer.words());
    } catch (TransportException e) {
      // The server has said no, and that it says nothing more does not change it.
      return answer;
    }
  }

  private static @Nullable ObjectId id(@Nullable Ref ref) {
    return ref == null || ref.getObjectId() == null ? null : ref.getObjectId().copy();
  }
}
