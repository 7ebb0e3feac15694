package io.tenantsmith.render;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ReadLog;
import io.tenantsmith.model.Reads;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.ClusterContributor.ClusterView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Artifacts that belong together; refuses two owners of a path or of a Kubernetes identity. */
public final class ArtifactSet {

  private final Artifact.Extent extent;
  private final List<Artifact> artifacts = new ArrayList<>();
  private final Set<RelativePath> paths = new LinkedHashSet<>();
  private final Set<Identity> identities = new LinkedHashSet<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<Reads> read = new ArrayList<>();

  /** A set of artifacts that are made whole. */
  public ArtifactSet() {
    this(Artifact.Extent.WHOLE);
  }

  /** A set of artifacts that are made to that extent. */
  public ArtifactSet(Artifact.Extent extent) {
    this.extent = extent;
  }

  /**
   * What one contributor rendered of a tenant, or of a cluster.
   *
   * @param reads all that it read
   */
  public record Part(Object contributor, List<Artifact> artifacts, Reads reads) {

    /** Copies the list. */
    public Part {
      artifacts = List.copyOf(artifacts);
    }
  }

  /** Has a tenant's contributor render, and notes what it reads. */
  public void add(TenantContributor contributor, ResolvedTenant tenant, Fleet fleet) {
    ReadLog log = new ReadLog();
    List<Artifact> siblings = log.watch(artifacts(), this::reads);
    ResolvedTenant watched = tenant.watched(log);
    // the state decides which contributors render
    watched.state();
    List<Artifact> files = contributor.contribute(watched, fleet.watched(log), siblings);
    Made made = made(files, log, () -> state(tenant));
    take(new Part(contributor, made.artifacts(), made.reads()));
  }

  /**
   * Adds what a contributor rendered of another state of the tenant or cluster, in which everything
   * is the same that it reads.
   */
  public void take(Part part) {
    parts.add(part);
    add(new Made(part.artifacts(), part.reads()));
  }

  /** What each contributor of a tenant or cluster rendered, in their order. */
  public List<Part> parts() {
    return List.copyOf(parts);
  }

  private static Reads state(ResolvedTenant tenant) {
    ReadLog log = new ReadLog();
    tenant.watched(log).state();
    return log.reads();
  }

  /** Has a cluster's contributor render, and notes what it reads. */
  public void add(ClusterContributor contributor, ClusterView view) {
    ReadLog log = new ReadLog();
    List<Artifact> siblings = log.watch(artifacts(), this::reads);
    List<Artifact> files = contributor.contribute(view.watched(log), siblings);
    Made made = made(files, log, () -> Reads.NONE);
    take(new Part(contributor, made.artifacts(), made.reads()));
  }

  /** Has a fleet's contributor render, and notes what it reads. */
  public void add(FleetContributor contributor, Fleet fleet) {
    ReadLog log = new ReadLog();
    add(made(contributor.contribute(fleet.watched(log)), log, () -> Reads.NONE));
  }

  /** All that was read, also by those that rendered nothing. */
  public Reads reads() {
    return Reads.together(read);
  }

  private void add(Made made) {
    add(made.artifacts());
    read.add(made.reads());
  }

  /** Artifacts that were made; one with reads of its own was rendered as one of several. */
  private record Made(List<Artifact> artifacts, Reads reads) {}

  private Made made(List<Artifact> files, ReadLog log, Supplier<Reads> form) {
    Reads source = log.reads();
    files.forEach(file -> file.made(extent));
    List<Reads> all = new ArrayList<>(List.of(log.reads()));
    List<Artifact> made = new ArrayList<>();
    for (Artifact file : files) {
      all.add(file.reads());
      made.add(file.reads().isEmpty() ? file.madeFrom(log, source, form) : file);
    }
    return new Made(made, Reads.together(all));
  }

  /**
   * Adds what one contributor rendered.
   *
   * @throws IllegalStateException if another one has rendered the same path or object
   */
  private void add(List<Artifact> more) {
    for (Artifact artifact : more) {
      if (!paths.add(artifact.path())) {
        throw new IllegalStateException("two contributors own " + artifact.path());
      }
      artifact.objects().forEach(object -> own(object.ref()));
      artifacts.add(artifact);
    }
  }

  /** All artifacts so far, in the order in which they came. */
  public List<Artifact> artifacts() {
    return List.copyOf(artifacts);
  }

  private void own(ObjectRef object) {
    if (!identities.add(Identity.of(object))) {
      throw new IllegalStateException(
          "two contributors own " + object.group() + "/" + object.display());
    }
  }

  /** What no two objects have in common: versions of one kind are one object. */
  private record Identity(String group, String kind, String namespace, String name) {
    static Identity of(ObjectRef object) {
      return new Identity(object.group(), object.kind(), object.namespace(), object.name());
    }

    /** A record's own hash goes through a method handle, which costs more than all of it. */
    @Override
    public int hashCode() {
      return 31 * (31 * name.hashCode() + kind.hashCode()) + namespace.hashCode();
    }
  }
}
