package io.tenantsmith.harness;

import static io.tenantsmith.harness.ClusterObjects.display;

import java.net.URI;
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
 * Joins both ends of sign-on: the addresses that applications build, those that Authentik's
 * blueprints allow, and the routes on which they arrive.
 */
public final class AddressJoin {

  private static final Pattern DEFINED = Pattern.compile("define\\('([A-Z_]+)', *'([^']*)'\\)");
  private static final Pattern SLUG = Pattern.compile("/application/o/([a-z0-9-]+)/.+");

  /** Addresses of Authentik itself that belong to no application. */
  private static final Set<String> OF_ALL = Set.of("authorize", "token", "userinfo");

  // What the plugin for sign-on calls, and where tenant-roles.php sends who signs out.
  private static final String CALLBACK = "/wp-admin/admin-ajax.php?action=openid-connect-authorize";
  private static final String SIGNED_OUT = "return home_url('/');";

  private final ClusterObjects objects;
  private final RouteJoin routes;
  private final Map<String, Set<String>> registered = new HashMap<>();
  private final Set<String> slugs = new TreeSet<>();
  private final List<String> problems = new ArrayList<>();
  private int built;

  /** The join of these objects. */
  public AddressJoin(ClusterObjects objects) {
    this.objects = objects;
    this.routes = new RouteJoin(objects);
    BlueprintTrees trees = new BlueprintTrees();
    for (JsonNode map : objects.ofKind("ConfigMap")) {
      if (ClusterObjects.name(map).startsWith("blueprint-")) {
        map.path("data").forEach(text -> register(trees.read(text.asString(""))));
      }
    }
  }

  /** Addresses that are built and not registered, registered and not answered, or built by none. */
  public List<String> problems() {
    Set<String> clients = new TreeSet<>();
    objects.ofKind("ConfigMap").forEach(map -> site(map, clients));
    objects.ofKind("Deployment").forEach(deployment -> chat(deployment, clients));
    registered.forEach(
        (client, addresses) -> {
          boolean isLoopback = addresses.stream().allMatch(a -> a.contains("//localhost:"));
          if (!isLoopback && !clients.contains(client)) {
            problems.add("nobody signs on as client " + client);
          }
          addresses.stream().filter(a -> !isLoopback).forEach(a -> arrives(client, a));
        });
    return problems;
  }

  /** How many addresses applications build; a join of nothing proves nothing. */
  public int built() {
    return built;
  }

  private void register(JsonNode blueprint) {
    for (JsonNode entry : blueprint.path("entries")) {
      if (entry.path("state").asString("").equals("absent")) {
        continue;
      }
      if (entry.path("model").asString("").equals("authentik_core.application")) {
        slugs.add(entry.at("/identifiers/slug").asString(""));
      }
      JsonNode addresses = entry.at("/attrs/redirect_uris");
      if (!addresses.isMissingNode()) {
        Set<String> of =
            registered.computeIfAbsent(
                entry.at("/attrs/client_id").asString(""), client -> new TreeSet<>());
        addresses.forEach(
            address ->
                of.add(
                    address.path("redirect_uri_type").asString("")
                        + " "
                        + address.path("url").asString("")));
      }
    }
  }

  /** WordPress: constants in PHP, what the plugin adds to the site's address, and its sign-out. */
  private void site(JsonNode map, Set<String> clients) {
    StringBuilder all = new StringBuilder();
    map.path("data").forEach(text -> all.append(text.asString("")).append('\n'));
    Map<String, String> defined = new HashMap<>();
    Matcher matcher = DEFINED.matcher(all);
    while (matcher.find()) {
      defined.put(matcher.group(1), matcher.group(2));
    }
    String client = defined.get("OIDC_CLIENT_ID");
    if (client == null) {
      return;
    }
    clients.add(client);
    String home = defined.getOrDefault("WP_HOME", "no WP_HOME");
    isRegistered(map, client, "authorization " + home + CALLBACK);
    if (all.indexOf(SIGNED_OUT) < 0) {
      problems.add(display(map) + ": signing out ends at an address that nobody knows");
    }
    isRegistered(map, client, "logout " + home + "/");
    defined.forEach(
        (name, value) -> {
          if (name.startsWith("OIDC_ENDPOINT_")) {
            isOfAuthentik(map, client, value);
          }
        });
  }

  /** Open WebUI: variables. */
  private void chat(JsonNode deployment, Set<String> clients) {
    for (JsonNode container : deployment.at("/spec/template/spec/containers")) {
      Map<String, String> env = new HashMap<>();
      for (JsonNode variable : container.path("env")) {
        env.put(variable.path("name").asString(""), variable.path("value").asString(""));
      }
      String client = env.get("OAUTH_CLIENT_ID");
      if (client != null) {
        clients.add(client);
        String callback = env.getOrDefault("OPENID_REDIRECT_URI", "no address");
        isRegistered(deployment, client, "authorization " + callback);
        String after = env.getOrDefault("WEBUI_AUTH_SIGNOUT_REDIRECT_URL", "no address");
        isRegistered(deployment, client, "logout " + after);
        isOfAuthentik(
            deployment, client, env.getOrDefault("OPENID_PROVIDER_URL", "https://none/none"));
      }
    }
  }

  private void isRegistered(JsonNode object, String client, String address) {
    built++;
    if (!registered.getOrDefault(client, Set.of()).contains(address)) {
      problems.add(
          display(object) + " builds what is not registered for " + client + ": " + address);
    }
  }

  private void isOfAuthentik(JsonNode object, String client, String address) {
    built++;
    URI uri = URI.create(address);
    Matcher slug = SLUG.matcher(uri.getPath());
    if (!slug.matches() && !OF_ALL.contains(last(uri.getPath()))) {
      problems.add(display(object) + ": no address of Authentik: " + address);
    } else if (slug.matches()
        && (!slug.group(1).equals(client) || !slugs.contains(slug.group(1)))) {
      problems.add(display(object) + " of client " + client + " calls another one: " + address);
    }
    boolean arrives =
        routes
            .serviceAt(uri.getHost(), uri.getPath())
            .filter("admin-apps/authentik"::equals)
            .isPresent();
    if (!arrives) {
      problems.add(display(object) + " calls what does not lead to Authentik: " + address);
    }
  }

  private void arrives(String client, String address) {
    URI uri = URI.create(address.substring(address.indexOf(' ') + 1));
    if (routes.serviceAt(uri.getHost(), uri.getPath()).isEmpty()) {
      problems.add("registered for " + client + " and answered by nothing: " + address);
    }
  }

  private static String last(String path) {
    String[] parts = path.split("/");
    return parts[parts.length - 1];
  }
}
