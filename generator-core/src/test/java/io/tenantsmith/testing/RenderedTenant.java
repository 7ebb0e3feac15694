package io.tenantsmith.testing;

import io.tenantsmith.engine.RenderedFleet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is rendered for one tenant. */
public final class RenderedTenant {

  private final RenderedFleet.TenantFiles tenant;
  private final List<RenderedObject> objects;

  RenderedTenant(RenderedFleet.TenantFiles tenant) {
    this.tenant = tenant;
    this.objects = tenant.objects().stream().map(RenderedObject::new).toList();
  }

  /** Its id. */
  public String id() {
    return tenant.id();
  }

  /** Its namespace. */
  public String namespace() {
    return tenant.namespace();
  }

  /** Paths of its files below its folder, sorted. */
  public Set<String> files() {
    return new TreeSet<>(tenant.files().keySet());
  }

  /**
   * The text of a file, for instance of {@code kustomization.yaml}.
   *
   * @throws AssertionError if it has none of that path
   */
  public String file(String path) {
    String text = tenant.files().get(path);
    if (text == null) {
      throw new AssertionError(id() + " has no file " + path + "; it has " + files());
    }
    return text;
  }

  /** All objects, in the order of their files. */
  public List<RenderedObject> objects() {
    return objects;
  }

  /** All objects of a kind; may be none. */
  public List<RenderedObject> objects(String kind) {
    return objects.stream().filter(object -> object.kind().equals(kind)).toList();
  }

  /** Whether there is an object of that kind and name. */
  public boolean has(String kind, String name) {
    return objects(kind).stream().anyMatch(object -> object.name().equals(name));
  }

  /**
   * The one object of that kind and name.
   *
   * @throws AssertionError if there is none, or several in different namespaces
   */
  public RenderedObject object(String kind, String name) {
    List<RenderedObject> found =
        objects(kind).stream().filter(object -> object.name().equals(name)).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.isEmpty()) {
      throw new AssertionError(id() + " has no " + kind + " " + name + "; " + names(kind));
    }
    throw new AssertionError(
        id() + " has several: " + found + "; filter objects(\"" + kind + "\") by namespace");
  }

  /** The id, so that a parameterised test names its runs after tenants. */
  @Override
  public String toString() {
    return id();
  }

  private String names(String kind) {
    List<String> names = objects(kind).stream().map(RenderedObject::name).sorted().toList();
    if (!names.isEmpty()) {
      return "of this kind it has " + names;
    }
    Set<String> kinds = new TreeSet<>();
    objects.forEach(object -> kinds.add(object.kind()));
    return "it has objects of " + kinds;
  }
}
