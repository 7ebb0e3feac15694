package io.tenantsmith.inspection;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.demand.Pod;
import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.objects.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Names, labels and keys are what an API server takes, also with what operators put behind a name.
 */
final class NameRule implements OutputRule {

  private static final int LABEL = 63;
  private static final int SUBDOMAIN = 253;
  private static final Set<String> METADATA =
      Set.of("metadata", "podMetadata", "inheritMetadata", "serviceMonitor");

  private static final String KEY_HINT =
      "use a domain, \"/\" and at most " + LABEL + " letters, digits, \"-\", \"_\" and \".\"";

  /** Kinds whose keys are names of files in pods. */
  private static final Set<String> HOLDERS = Set.of("ConfigMap", "Secret");

  private static final List<String> DATA = List.of("data", "binaryData", "stringData");

  /** Kinds with colons in their names. */
  private static final Set<String> ACCESS = Set.of("Role", "RoleBinding");

  /** The longest that is put behind a name of a kind which must stay a label. */
  private static final Map<String, String> SUFFIXES =
      Map.ofEntries(
          Map.entry("Namespace", ""),
          Map.entry("Service", ""),
          Map.entry("Job", ""),
          Map.entry("Deployment", ""),
          // The time of a job, in minutes.
          Map.entry("CronJob", "-1234567890"),
          // The revision that its pods are labelled with.
          Map.entry("StatefulSet", "-1234567890"),
          // The time of a job, in digits.
          Map.entry("PhysicalBackup", "-20260102030405"),
          // The backup that fills a broken replica, with the time of its job.
          Map.entry("MariaDB", "-pb-recovery-20260102030405"));

  @Override
  public void inspect(TenantOutput output, Consumer<Finding> report) {
    for (ObjectValues object : output.values()) {
      name(object, report);
      if (HOLDERS.contains(object.kind())) {
        DATA.forEach(part -> data(object, object.root().get(part), report));
      }
    }
    for (Place place : output.places(Trait.ANNOTATIONS)) {
      if (METADATA.contains(place.node().keyAbove())) {
        annotations(place, output.keys(), report);
      }
    }
    for (Place place : output.places(Trait.LABELS)) {
      if (areLabels(place.object(), place.node())) {
        labels(place, output.keys(), report);
      }
    }
    for (Pod pod : output.pods()) {
      for (Pod.Container container : pod.containers()) {
        part(pod.source(), container.node(), report);
      }
      for (Node volume : pod.spec().get("volumes").items()) {
        part(pod.source(), volume, report);
      }
    }
  }

  private static void name(ObjectValues object, Consumer<Finding> report) {
    String name = object.name();
    String suffix = SUFFIXES.get(object.kind());
    int max = suffix == null ? SUBDOMAIN : LABEL - suffix.length();
    if (name.length() > max) {
      String why =
          suffix == null || suffix.isEmpty()
              ? ""
              : ", since " + LABEL + " must hold a suffix of " + suffix.length() + ", too";
      report.accept(
          Finding.of(
              object,
              Code.OBJ609,
              place(object),
              "the name has "
                  + name.length()
                  + " characters, at most "
                  + max
                  + " are possible"
                  + why,
              "choose a shorter name"));
    } else if (!ACCESS.contains(object.kind()) && !isWellFormed(name, suffix != null)) {
      report.accept(
          Finding.of(
              object,
              Code.OBJ609,
              place(object),
              Quoted.quote(name) + " cannot be a name",
              "use a-z, 0-9 and \"-\", beginning and ending with a letter or digit"));
    }
  }

  private static Node place(ObjectValues object) {
    return object.root().at("metadata", "name");
  }

  private static boolean isWellFormed(String name, boolean label) {
    return label ? NameForm.isLabel(name) : NameForm.isSubdomain(name);
  }

  /** Containers and volumes: their names are labels. */
  private static void part(ObjectValues object, Node part, Consumer<Finding> report) {
    Node name = part.get("name");
    boolean possible = name.text().length() <= LABEL && NameForm.isLabel(name.text());
    if (!name.isMissing() && !possible) {
      report.accept(
          Finding.of(
              object,
              Code.OBJ609,
              name,
              Quoted.quote(name.text()) + " cannot be a name",
              "use a-z, 0-9 and \"-\", at most " + LABEL + " characters"));
    }
  }

  private static boolean areLabels(ObjectValues object, Node map) {
    String key = map.key();
    return switch (key) {
      case "labels" -> METADATA.contains(map.keyAbove());
      case "selector" -> object.kind().equals("Service");
      default -> true;
    };
  }

  private static void labels(Place place, KeyBook keys, Consumer<Finding> report) {
    place.node().map().forEach((key, value) -> label(place, key.toString(), value, keys, report));
  }

  private static void label(
      Place place, String key, Object value, KeyBook keys, Consumer<Finding> report) {
    if (!(value instanceof String text && NameForm.isLabelValue(text))) {
      tell(
          place,
          key,
          Quoted.quote(String.valueOf(value)) + " cannot be the value of a label",
          "use at most " + LABEL + " letters, digits, \"-\", \"_\" and \".\"",
          report);
    }
    if (!keys.of(key).isLabel()) {
      tell(place, key, Quoted.quote(key) + " cannot be the key of a label", KEY_HINT, report);
    }
  }

  private static void annotations(Place place, KeyBook keys, Consumer<Finding> report) {
    place
        .node()
        .map()
        .forEach((key, value) -> annotation(place, key.toString(), value, keys, report));
  }

  private static void annotation(
      Place place, String key, Object value, KeyBook keys, Consumer<Finding> report) {
    if (!(value instanceof String)) {
      tell(
          place,
          key,
          Quoted.quote(String.valueOf(value)) + " is no text, as an annotation must be",
          "write it in quotes",
          report);
    }
    if (!keys.of(key).isAnnotation()) {
      tell(place, key, Quoted.quote(key) + " cannot be the key of an annotation", KEY_HINT, report);
    }
  }

  private static void data(ObjectValues object, Node part, Consumer<Finding> report) {
    for (Object each : part.map().keySet()) {
      String key = each.toString();
      if (!NameForm.isDataKey(key)) {
        report.accept(
            Finding.of(
                object,
                Code.OBJ609,
                part.get(key),
                Quoted.quote(key) + " cannot be a key of data, which is the name of a file in pods",
                "use letters, digits, \"-\", \"_\" and \".\", not \"..\" at the beginning"));
      }
    }
  }

  private static void tell(
      Place place, String key, String fact, String hint, Consumer<Finding> report) {
    report.accept(place.finding(Code.OBJ609, place.node().get(key), fact, hint));
  }
}
