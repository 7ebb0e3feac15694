package io.tenantsmith.git;

import io.tenantsmith.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.lib.Repository;

/** The repository that is published to, as an object database. */
public interface GitopsRepository extends AutoCloseable {

  /** Where objects are read and written. */
  Repository objects();

  /**
   * Fetches where the branches stand now, with the objects of both tips.
   *
   * @throws UnreachableException if the server does not answer
   */
  Tips fetch() throws IOException;

  /**
   * Fetches all older commits of the base as well, as far as the repository has them; to be called
   * after {@link #fetch}.
   *
   * @throws UnreachableException if the server does not answer
   */
  void deepen() throws IOException;

  /** Moves the branch to the commit if it still stands where {@code tips} says. */
  PushAnswer push(Tips tips, CommitId commit) throws IOException;

  /** Diagnostics from along the way, for instance about a lock that was broken. */
  List<Diagnostic> notes();

  @Override
  void close();
}
