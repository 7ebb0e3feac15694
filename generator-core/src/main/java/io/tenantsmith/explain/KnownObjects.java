package io.tenantsmith.explain;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.diagnostic.Suggestion;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.render.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The objects of a part by the names that people write: {@code Deployment/wordpress}. */
final class KnownObjects {

  private final String namespace;
  private final List<Held> all = new ArrayList<>();

  /** An object and the file that holds it. */
  record Held(Artifact artifact, KubernetesObject object) {

    ObjectRef ref() {
      return object.ref();
    }
  }

  /**
   * The objects of these files.
   *
   * @param namespace the namespace that need not be named; empty for none
   */
  KnownObjects(List<Artifact> files, String namespace) {
    this.namespace = namespace;
    for (Artifact file : files) {
      file.objects().forEach(object -> all.add(new Held(file, object)));
    }
  }

  /**
   * The one object of a name.
   *
   * @param option where it was named
   */
  Result<Held> named(String name, SourceRange option) {
    List<Held> found = all.stream().filter(held -> isNamed(held.ref(), name)).toList();
    if (found.size() == 1) {
      return Result.of(found.get(0), List.of());
    }
    if (found.isEmpty()) {
      return Result.failed(
          Diagnostic.error(
                  Code.EXP973, option, "there is no object " + Quoted.quote(name) + " here")
              .withHint(hint(name)));
    }
    return Result.failed(
        Diagnostic.error(
                Code.EXP975, option, "there are " + found.size() + " objects " + Quoted.quote(name))
            .withHint(
                "name one of "
                    + found.stream()
                        .map(held -> whole(held.ref()))
                        .sorted()
                        .collect(Collectors.joining(", "))));
  }

  /** Whoever leaves the kind out, or has it wrong, is told who has that name. */
  private String hint(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    List<String> alike =
        all.stream()
            .filter(held -> held.ref().name().equals(last))
            .map(held -> name(held.ref()))
            .distinct()
            .toList();
    return Suggestion.closest(name, names()).isPresent() || alike.isEmpty()
        ? Suggestion.hint(name, names())
        : "write its kind before it: there is " + String.join(", ", alike);
  }

  /** The name as people write it, with a namespace where it is not the part's own. */
  String name(ObjectRef ref) {
    return ref.kind() + "/" + inNamespace(ref, !ref.namespace().equals(namespace));
  }

  private List<String> names() {
    return all.stream().map(held -> name(held.ref())).distinct().toList();
  }

  private static boolean isNamed(ObjectRef ref, String name) {
    String kind = name.substring(0, Math.max(0, name.indexOf('/')));
    String rest = name.substring(name.indexOf('/') + 1);
    return (kind.equals(ref.kind()) || kind.equals(inGroup(ref)))
        && (rest.equals(ref.name()) || rest.equals(ref.namespace() + "/" + ref.name()));
  }

  /** The name that no other object has. */
  private static String whole(ObjectRef ref) {
    return inGroup(ref) + "/" + inNamespace(ref, true);
  }

  /** As kubectl takes it, for instance {@code Schedule.velero.io}. */
  private static String inGroup(ObjectRef ref) {
    return ref.group().isEmpty() ? ref.kind() : ref.kind() + "." + ref.group();
  }

  private static String inNamespace(ObjectRef ref, boolean named) {
    return named && !ref.namespace().isEmpty() ? ref.namespace() + "/" + ref.name() : ref.name();
  }
}
