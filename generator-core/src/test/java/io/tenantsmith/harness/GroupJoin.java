package io.tenantsmith.harness;

import static io.tenantsmith.harness.ClusterObjects.display;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Joins the groups that role bindings name with those that blueprints make and show to the API
 * server, and with the flags of the API server in README.md.
 */
public final class GroupJoin {

  private static final Pattern FLAG = Pattern.compile("--(oidc-[a-z-]+)=(\\S*)");

  private final ClusterObjects objects;
  private final Map<String, String> flags = new HashMap<>();
  private final Map<String, JsonNode> clients = new HashMap<>();
  private final Set<String> groups = new TreeSet<>();
  private final Set<String> scopes = new TreeSet<>();

  /** The join of these objects with their section of README.md. */
  public GroupJoin(ClusterObjects objects, String section) {
    this.objects = objects;
    Matcher matcher = FLAG.matcher(section);
    while (matcher.find()) {
      flags.put(matcher.group(1), matcher.group(2));
    }
    BlueprintTrees trees = new BlueprintTrees();
    for (JsonNode map : objects.ofKind("ConfigMap")) {
      if (ClusterObjects.name(map).startsWith("blueprint-")) {
        map.path("data")
            .forEach(text -> trees.read(text.asString("")).path("entries").forEach(this::note));
      }
    }
  }

  private void note(JsonNode entry) {
    JsonNode attrs = entry.path("attrs");
    switch (entry.path("model").asString("")) {
      case "authentik_core.group" -> {
        // What the mapping for kubectl shows of a person: groups of ours that have a role.
        boolean ours = attrs.at("/attributes/managed_by").asString("").equals("tenantsmith");
        if (ours && !attrs.at("/attributes/role").asString("").isEmpty()) {
          groups.add(entry.at("/identifiers/name").asString(""));
        }
      }
      case "authentik_providers_oauth2.oauth2provider" ->
          clients.put(attrs.path("client_id").asString(""), entry);
      case "authentik_providers_oauth2.scopemapping" ->
          scopes.add(attrs.path("scope_name").asString(""));
      default -> {}
    }
  }

  /** Groups that nothing makes or shows, and flags that do not fit the blueprint. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    String prefix = flags.getOrDefault("oidc-groups-prefix", "no prefix");
    for (JsonNode binding : objects.ofKind("RoleBinding")) {
      for (JsonNode subject : binding.path("subjects")) {
        String name = subject.path("name").asString("");
        if (subject.path("kind").asString("").equals("Group")
            && !(name.startsWith(prefix) && groups.contains(name.substring(prefix.length())))) {
          problems.add(display(binding) + " is for a group that nobody is ever in: " + name);
        }
      }
    }
    String client = flags.getOrDefault("oidc-client-id", "");
    JsonNode provider = clients.get(client);
    if (provider == null) {
      problems.add("README.md names the client " + client + ", which no blueprint makes");
    } else if (!flags.getOrDefault("oidc-issuer-url", "").endsWith("/application/o/" + client + "/")
        || !provider.at("/attrs/issuer_mode").asString("").equals("per_provider")) {
      problems.add("README.md names another issuer than that of client " + client);
    }
    if (!scopes.contains(flags.get("oidc-groups-claim"))) {
      problems.add("no mapping is for the claim " + flags.get("oidc-groups-claim"));
    }
    return problems;
  }
}
