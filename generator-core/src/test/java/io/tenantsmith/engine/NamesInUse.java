package io.tenantsmith.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that a rendered file takes, each with what it must be unique among. */
final class NamesInUse {

  private static final Pattern KIND = Pattern.compile("(?m)^kind: (.+)$");
  private static final Pattern NAME = Pattern.compile("(?m)^  name: (.+)$");
  private static final Pattern NAMESPACE = Pattern.compile("(?m)^  namespace: (.+)$");
  private static final Pattern LISTENER = Pattern.compile("(?m)^    - name: (.+)$");
  private static final Pattern HOST = Pattern.compile("(?m)^      hostname: (.+)$");
  private static final Pattern SECRET = Pattern.compile("(?m)^  secretName: (.+)$");
  private static final Pattern ENTRY =
      Pattern.compile(
          "- model: (\\S+)\\n(?: {8}\\S.*\\n| {10}- .*\\n)*? {8}identifiers:\\n {10}(slug|name): \"([^\"]+)\"");
  private static final Pattern CLIENT = Pattern.compile("(?m)^ {10}client_id: \"([^\"]+)\"$");

  private NamesInUse() {}

  /** Of one file; a file that is no list of objects has none. */
  static List<String> of(String path, String text) {
    List<String> names = new ArrayList<>();
    // What starts a sync tool brings the sources that the synced tree holds too.
    boolean starter = path.contains("/bootstrap/");
    if (starter || !path.endsWith(".yaml") || path.endsWith("kustomization.yaml")) {
      return names;
    }
    String cluster = path.startsWith("clusters/") ? path.split("/", 3)[1] : "";
    for (String document : text.split("(?m)^---$", -1)) {
      String kind = first(KIND, document);
      String namespace = first(NAMESPACE, document);
      String object = kind + "/" + first(NAME, document);
      // One tenant is on one cluster: its namespace meets no other's on any cluster.
      boolean shared = path.contains("/tenants/") && kind.equals("Namespace");
      names.add(shared ? object : cluster + "/" + namespace + "/" + object);
      if (kind.equals("ListenerSet")) {
        all(LISTENER, document).forEach(n -> names.add("listener " + namespace + "/" + n));
        all(HOST, document).forEach(n -> names.add("host " + n));
      }
      if (kind.equals("Certificate") && path.contains("/tenants/")) {
        all(SECRET, document).forEach(n -> names.add("secret " + namespace + "/" + n));
      }
    }
    if (path.endsWith("/identity.yaml")) {
      blueprint(text, names);
    }
    return names;
  }

  private static void blueprint(String text, List<String> names) {
    all(CLIENT, text).forEach(name -> names.add("client " + name));
    for (Matcher entry = ENTRY.matcher(text); entry.find(); ) {
      String model = entry.group(1);
      names.add(model.substring(model.indexOf('.') + 1) + " " + entry.group(3));
    }
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }
}
