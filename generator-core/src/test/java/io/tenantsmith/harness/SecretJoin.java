package io.tenantsmith.harness;

import static io.tenantsmith.harness.ClusterObjects.display;
import static io.tenantsmith.harness.ClusterObjects.name;
import static io.tenantsmith.harness.ClusterObjects.namespace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Joins every Secret that is read with whoever makes it. */
public final class SecretJoin {

  /** Secrets that their reader makes itself. */
  private static final Set<String> OWN = Set.of("privateKeySecretRef");

  private final ClusterObjects objects;
  private final Set<String> made = new TreeSet<>();
  private final List<Read> reads = new ArrayList<>();

  /** Stands for a namespace where a vault holds the Secret, as in README.md. */
  private static final String VAULT = "the vault/";

  private record Read(String by, String secret) {}

  /** The join of these objects. */
  public SecretJoin(ClusterObjects objects) {
    this.objects = objects;
    for (JsonNode object : objects.all()) {
      makes(object);
      reads(object);
    }
  }

  /**
   * What is read and made by nothing.
   *
   * @param byHand namespace and name of what people make; {@code <tenant_id>} stands for any
   */
  public List<String> problems(Set<String> byHand) {
    return reads.stream()
        .filter(read -> !made.contains(read.secret))
        .filter(read -> byHand.stream().noneMatch(hand -> covers(hand, read.secret)))
        .map(read -> read.by + " reads what nothing makes: " + read.secret)
        .distinct()
        .toList();
  }

  /** What people make and nothing reads. */
  public List<String> needless(Set<String> byHand) {
    return byHand.stream()
        .filter(hand -> reads.stream().noneMatch(read -> covers(hand, read.secret)))
        .toList();
  }

  private static boolean covers(String byHand, String secret) {
    return secret.matches(Pattern.quote(byHand).replace("<tenant_id>", "\\E[a-z0-9-]+\\Q"));
  }

  private void makes(JsonNode object) {
    String namespace = namespace(object) + "/";
    switch (object.path("kind").asString("")) {
      case "ExternalSecret" ->
          made.add(namespace + object.at("/spec/target/name").asString(name(object)));
      case "Certificate" -> made.add(namespace + object.at("/spec/secretName").asString(""));
      case "PushSecret" -> {
        for (JsonNode item : object.at("/spec/data")) {
          made.add(VAULT + last(item.at("/match/remoteRef/remoteKey").asString("")));
        }
      }
      case "Secret" -> made.add(namespace + name(object));
      case "MariaDB" -> {
        for (String part : List.of("ca-bundle", "server", "client", "metrics", "metrics-config")) {
          made.add(namespace + name(object) + "-" + part);
        }
      }
      default -> {}
    }
    ClusterObjects.walk(
        object,
        (key, value) -> {
          if (value.path("generate").asBoolean(false)) {
            made.add(namespace + value.path("name").asString(""));
          }
        });
  }

  private void reads(JsonNode object) {
    if (object.path("kind").asString("").equals("ExternalSecret")) {
      remote(object);
    }
    if (object.path("apiVersion").asString("").startsWith("argoproj.io/")) {
      // Argo CD finds it by its label and its url.
      reads.add(new Read(display(object), "argocd/fleet-git"));
    }
    ClusterObjects.walk(
        object,
        (key, value) -> {
          boolean reference =
              key.equals("secret") || key.endsWith("ecretKeyRef") || key.endsWith("ecretRef");
          if (reference && value.isObject() && !OWN.contains(key)) {
            read(object, value);
          }
          if (key.equals("certificateRefs") || key.equals("imagePullSecrets")) {
            value.forEach(item -> read(object, item));
          }
        });
  }

  private void read(JsonNode object, JsonNode reference) {
    String name = reference.path("secretName").asString(reference.path("name").asString(""));
    if (!name.isEmpty() && !reference.path("optional").asBoolean(false)) {
      String namespace = reference.path("namespace").asString(namespace(object));
      reads.add(new Read(display(object), namespace + "/" + name));
    }
  }

  /** What an ExternalSecret copies from another namespace of the cluster, or from a vault. */
  private void remote(JsonNode object) {
    for (JsonNode item : object.at("/spec/data")) {
      String store =
          item.at("/sourceRef/storeRef/name")
              .asString(object.at("/spec/secretStoreRef/name").asString(""));
      for (JsonNode candidate : objects.ofKind("SecretStore")) {
        if (name(candidate).equals(store) && namespace(candidate).equals(namespace(object))) {
          JsonNode kubernetes = candidate.at("/spec/provider/kubernetes");
          String key = item.at("/remoteRef/key").asString("");
          String place =
              kubernetes.isMissingNode()
                  ? VAULT + last(key)
                  : kubernetes.path("remoteNamespace").asString("") + "/" + key;
          reads.add(new Read(display(object), place));
        }
      }
    }
  }

  private static String last(String key) {
    return key.substring(key.lastIndexOf('/') + 1);
  }
}
