package io.tenantsmith.git;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.surroundings.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A repository behind a URL: a temporary bare clone of the one or two commits that are needed,
 * removed afterwards. The branch moves by a push that names the old commit.
 */
final class RemoteRepository implements GitopsRepository {

  private static final String FETCHED_BASE = "refs/tenantsmith/base";
  private static final String FETCHED_PUSH = "refs/tenantsmith/push";

  private final TemporaryClone temporary;
  private final Repository clone;
  private final Transports transports;
  private final Refs refs;
  private final SourceRange place;

  private RemoteRepository(
      TemporaryClone made, Transports transports, Refs refs, SourceRange place) {
    this.temporary = made;
    this.clone = made.repository();
    this.transports = transports;
    this.refs = refs;
    this.place = place;
  }

  static RemoteRepository open(
      Transports transports, Surroundings surroundings, Refs refs, SourceRange place)
      throws IOException {
    return new RemoteRepository(TemporaryClone.make(surroundings), transports, refs, place);
  }

  @Override
  public Repository objects() {
    return clone;
  }

  @Override
  public Tips fetch() throws IOException {
    try (Transport transport = transports.open(clone)) {
      Tips tips = listed(transport);
      List<RefSpec> wanted = new ArrayList<>();
      if (tips.base() != null) {
        wanted.add(new RefSpec("+" + refs.base() + ":" + FETCHED_BASE));
      }
      if (tips.push() != null && !refs.areOne()) {
        wanted.add(new RefSpec("+" + refs.push() + ":" + FETCHED_PUSH));
      }
      if (wanted.isEmpty()) {
        return tips;
      }
      transport.setDepth(1);
      transport.fetch(NullProgressMonitor.INSTANCE, wanted);
      return fetched(tips);
    } catch (TransportException e) {
      throw transports.unreachable(e);
    }
  }

  @Override
  public void deepen() throws IOException {
    try (Transport transport = transports.open(clone)) {
      transport.setDepth(Constants.INFINITE_DEPTH);
      transport.fetch(
          NullProgressMonitor.INSTANCE,
          List.of(new RefSpec("+" + refs.base() + ":" + FETCHED_BASE)));
    } catch (TransportException e) {
      throw transports.unreachable(e);
    }
  }

  @Override
  public PushAnswer push(Tips tips, CommitId commit) throws IOException {
    RemoteRefUpdate update =
        new RemoteRefUpdate(
            clone, "commit", commit.object(), refs.push(), false, null, tips.expected());
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (Transport transport = transports.open(clone)) {
      PushResult result = transport.push(NullProgressMonitor.INSTANCE, List.of(update), said);
      return settle(answer(update, result.getMessages()), tips);
    } catch (TransportException e) {
      return broken(e, said.toString(StandardCharsets.UTF_8));
    }
  }

  @Override
  public List<Diagnostic> notes() {
    return transports.movedTo().map(to -> MovedRepository.note(to, place)).stream().toList();
  }

  @Override
  public void close() {
    transports.close();
    temporary.close();
  }

  /** A server that could not store what it got says so, and that is no broken connection. */
  private PushAnswer broken(TransportException thrown, String said) {
    String message = String.valueOf(thrown.getMessage());
    int unpacking = message.indexOf("unpacking on the remote end");
    return unpacking < 0
        ? PushAnswer.broken(transports.unreachable(thrown), said)
        : PushAnswer.refused(said + "\n" + message.substring(unpacking));
  }

  private Tips listed(Transport transport) throws IOException {
    try (FetchConnection connection = opened(transport)) {
      Map<String, Ref> found = connection.getRefsMap();
      return Tips.of(refs, name -> id(found.get(name)));
    }
  }

  private FetchConnection opened(Transport transport)
      throws NotSupportedException, TransportException {
    try {
      return transport.openFetch();
    } catch (IllegalThreadStateException e) {
      // Over ssh JGit asks how the program there ended, which may still be on its way.
      throw new NoRemoteRepositoryException(transports.uri(), "not found.", e);
    }
  }

  /** What was really fetched: a branch may have moved between the list and the fetch. */
  private Tips fetched(Tips listed) throws IOException {
    ObjectId base = listed.base() == null ? null : id(clone.exactRef(FETCHED_BASE));
    if (refs.areOne()) {
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
    try (Transport transport = transports.open(clone)) {
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
