package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.git.InputFiles;
import io.tenantsmith.git.RepositoryAddress;
import io.tenantsmith.model.Sourced;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where and how to publish.
 *
 * @param place where the settings are, for diagnostics
 */
public record PublishTarget(
    Destination destination, Author author, Origin origin, GuardLimits guards, SourceRange place) {

  /** What cannot work with any inputs, found without looking at a repository. */
  public List<Diagnostic> faults() {
    return TargetCheck.check(this);
  }

  /** Whether the repository is not there yet, and the first publish makes it. */
  public boolean isToBeMade() {
    return destination.address().kind() == RepositoryAddress.Kind.PATH
        && destination.create()
        && !Files.exists(origin.folder().resolve(destination.address().text()));
  }

  /**
   * The repository to push to.
   *
   * @param repository a path (relative to the fleet's root) or a URL (https, ssh, file)
   * @param create whether a missing repository at a path is created
   */
  public record Destination(
      Given<String> repository, Given<String> branch, PublishMode mode, boolean create) {

    /** The repository's address. */
    public RepositoryAddress address() {
      return RepositoryAddress.of(repository.value());
    }

    /** The repository as it may be printed, credentials masked. */
    public String display() {
      return address().display();
    }
  }

  /**
   * A value that a setting or an option gives.
   *
   * @param name of the setting or option, as diagnostics name it
   * @param place where it was given
   */
  public record Given<T>(T value, String name, SourceRange place) {}

  /**
   * Who signs commits as author and committer.
   *
   * @param signing {@code none}; anything else is refused, never silently ignored
   */
  public record Author(String name, String email, String signing) {}

  /**
   * Where the tree comes from.
   *
   * @param folder the fleet's root; the repository around it names the input commit
   * @param url the address that sync tools read, for hydrator.metadata
   * @param inputs the files that the tree is rendered from
   * @param part what is rendered if it is not the whole fleet, for instance {@code tenant
   *     acme-corp}; empty for all of it
   */
  public record Origin(Path folder, String url, InputFiles inputs, String part) {

    /** Whether only a part of the fleet is rendered. */
    boolean isPartial() {
      return !part.isEmpty();
    }
  }

  /**
   * What a publish may do.
   *
   * @param permits what is meant for this one publish
   */
  public record GuardLimits(
      Sourced<Integer> maxRemovedTenants, Sourced<Integer> maxChangedPercent, Permits permits) {}

  /**
   * What is refused unless somebody says that it is meant.
   *
   * @param removed exact number of tenants that are meant to be removed, or null
   * @param changed exact number of tenants that are meant to change, or null
   * @param dirty whether inputs may differ from the commit that they are said to come from
   * @param replacedInputs ids of published input commits, at least seven digits each, that are
   *     meant to be replaced, though the inputs do not descend from them
   */
  public record Permits(
      @Nullable Given<Integer> removed,
      @Nullable Given<Integer> changed,
      boolean dirty,
      List<Given<String>> replacedInputs) {

    /** Nothing but what the standing limits allow. */
    public static final Permits NONE = new Permits(null, null, false, List.of());

    /** Copies the list. */
    public Permits {
      replacedInputs = List.copyOf(replacedInputs);
    }
  }
}
