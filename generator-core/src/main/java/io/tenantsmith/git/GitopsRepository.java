package io.tenantsmith.git;

import io.tenantsmith.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.lib.Repository;

/** The repository that is published to, at hand as an object database. */
public interface GitopsRepository extends AutoCloseable {

  /** Where objects are read and written. */
  Repository objects();

  /**
   * Where the branches stand now, with the objects of both tips at hand.
   *
   * @throws UnreachableException if the other side does not answer
   */
  Tips fetch() throws IOException;

  /** Moves the branch to the commit if it still stands where {@code tips} says. */
  PushAnswer push(Tips tips, CommitId commit) throws IOException;

  /** What was noticed on the way, for instance a lock that was broken. */
  List<Diagnostic> notes();

  @Override
  void close();
}
