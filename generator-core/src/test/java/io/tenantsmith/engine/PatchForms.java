package io.tenantsmith.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every way to write a patch that is accepted; each fits any active tenant.
 *
 * @param target the selection
 * @param text the patch as a user writes it
 */
record PatchForms(Map<String, String> target, String text) {

  private static final Map<String, String> ROUTE = Map.of("kind", "HTTPRoute", "name", "wordpress");
  private static final Map<String, String> SITE = Map.of("kind", "Deployment", "name", "wordpress");
  private static final String GRACE = "/spec/template/spec/terminationGracePeriodSeconds";
  private static final String PATH = "/spec/template/spec/containers/0/terminationMessagePath";

  /** Values that readers of YAML are known to disagree about, as they are written. */
  private static final List<String> VALUES =
      List.of(
          "\"0o17\"",
          "'017'",
          "\"1e3\"",
          "'yes'",
          "\"null\"",
          "\"~\"",
          "'true'",
          "\"12:30\"",
          "\"2026-11-27\"",
          "\"\"",
          "'it''s'",
          "\"a: b # c\"",
          "\"- a\"",
          "\"[a]\"",
          "\"{a}\"",
          "\"$HOME\"",
          "\"tab\\there\"",
          "\"two\\nlines\"",
          "\"\\u00e9\\U0001f600\"",
          "'\"'",
          "'\\'",
          "\" blank \"",
          "\"%\"",
          "'@a'",
          "'`'",
          "\"&a\"",
          "\"*a\"",
          "\"!t\"",
          "'|'",
          "\">\"",
          "\"---\"",
          "plain words",
          "a-b_c/d.e");

  private static final List<String> TEXTS =
      List.of(
          // JSON 6902 in block style, flow style, and as JSON.
          "- op: add\n  path: " + PATH + "\n  value: block\n",
          "- {op: add, path: " + PATH + ", value: flow in a block}",
          "[{op: add, path: " + PATH + ", value: flow}]",
          "[{\"op\": \"add\", \"path\": \"" + PATH + "\", \"value\": \"json\"}]",
          "[{'op': 'add', 'path': '" + PATH + "', 'value': 'single quotes'}]",
          "[\n  {op: add,\n   path: " + PATH + ",\n   value: flow over lines},\n]\n",
          "[\n\t{\"op\": \"add\", \"path\": \"" + PATH + "\",\n\t\"value\": \"json with tabs\"}\n]",
          "\n\n  - op: add\n    path: " + PATH + "\n    value: indented\n\n",
          "# why\n- op: add # what\n  path: " + PATH + "\n  # where\n  value: comments\n",
          "# why\n[{op: add, path: " + PATH + ", value: comment before flow}]",
          "- op: add\r\n  path: " + PATH + "\r\n  value: crlf\r\n",
          "- op: add\n  path: " + PATH + "\n  value: |\n    two\n    lines\n",
          "- op: add\n  path: " + PATH + "\n  value: |+\n    two\n    lines\n\n\n",
          "kind: Deployment\nmetadata:\n  name: wordpress\nspec:\n  template:\n    spec:\n      containers:\n"
              + "        - name: wordpress\n          terminationMessagePath: |\n            two\n            lines\n",
          "- op: add\n  path: " + PATH + "\n  value: >-\n    one\n    line\n",
          "- \"op\": add\n  'path': \"" + PATH + "\"\n  \"value\": quoted keys\n",
          "- op: add\n  path: " + GRACE + "\n  value: 46\n",
          "- {op: replace, path: /spec/revisionHistoryLimit, value: 2}\n"
              + "- {op: add, path: "
              + GRACE
              + ", value: 41}",
          "[{op: test, path: /kind, value: Deployment}, {op: add, path: " + GRACE + ", value: 42}]",
          "- {op: copy, from: /metadata/name, path: " + PATH + "}",
          "- {op: add, path: /metadata/annotations, value: {example.com/a: here}}\n- {op: move,"
              + " from: /metadata/annotations/example.com~1a, path: /metadata/annotations/example.com~1b}",
          "- {op: add, path: "
              + PATH
              + ", value: gone}\n- {op: remove, path: "
              + PATH
              + "}\n"
              + "- {op: add, path: "
              + GRACE
              + ", value: 43}",
          "[{op: add, path: /spec/template/spec/containers/0/env/-,"
              + " value: {name: EXTRA, value: \"1\"}}]",
          // Strategic merges.
          "kind: Deployment\nmetadata:\n  name: wordpress\nspec:\n  revisionHistoryLimit: 13\n",
          "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: wordpress, namespace: other}\n"
              + "spec: {revisionHistoryLimit: 14}\n",
          "{kind: Deployment, metadata: {name: wordpress}, spec: {revisionHistoryLimit: 15}}",
          "{\"kind\": \"Deployment\", \"metadata\": {\"name\": \"wordpress\"},"
              + " \"spec\": {\"revisionHistoryLimit\": 16}}",
          "{\n\t\"kind\": \"Deployment\",\n\t\"metadata\": {\"name\": \"wordpress\"},\n"
              + "\t\"spec\": {\"revisionHistoryLimit\": 17}\n}\n",
          "\"kind\": Deployment\n'metadata': {\"name\": wordpress}\n\"spec\": {\"revisionHistoryLimit\": 18}",
          "# why\nkind: Deployment\r\nmetadata: {name: wordpress}\r\nspec: {revisionHistoryLimit: 19}\r\n",
          "kind: Deployment\nmetadata: {name: wordpress}\n"
              + "spec: {strategy: null, revisionHistoryLimit: 11}\n",
          "kind: Deployment\nmetadata: {name: wordpress}\nspec: {template: {spec: {containers:"
              + " [{name: wordpress, env: [{name: EXTRA, value: \"017\"}]}]}}}",
          "kind: Deployment\nmetadata: {name: wordpress}\nspec: {template: {spec: {containers:"
              + " [{name: wordpress, lifecycle: {$patch: delete}}]}}}",
          "kind: Deployment\nmetadata: {name: wordpress}\nspec:\n  strategy:\n    $patch: replace\n"
              + "    type: Recreate\n");

  PatchForms {
    target = Map.copyOf(target);
  }

  /** All of them. */
  static List<PatchForms> all() {
    List<PatchForms> forms = new ArrayList<>();
    TEXTS.forEach(text -> forms.add(new PatchForms(SITE, text)));
    for (String value : VALUES) {
      forms.add(
          new PatchForms(
              ROUTE,
              "- {op: add, path: /metadata/annotations, value: {example.com/x: " + value + "}}"));
      forms.add(
          new PatchForms(
              ROUTE,
              "kind: HTTPRoute\nmetadata:\n  name: wordpress\n  annotations:\n    example.com/x: "
                  + value
                  + "\n"));
    }
    for (Map<String, String> target : targets()) {
      forms.add(
          new PatchForms(
              target, "[{op: add, path: /metadata/annotations, value: {example.com/x: many}}]"));
    }
    return forms;
  }

  private static List<Map<String, String>> targets() {
    return List.of(
        Map.of("name", "wordpress|nothing", "kind", "Service"),
        Map.of("kind", "Service", "name", "word.*"),
        Map.of("group", "gateway.networking.k8s.io", "version", "v1", "kind", "HTTPRoute"),
        Map.of("kind", "Service", "labelSelector", "app.kubernetes.io/name in (wordpress,other)"),
        Map.of("kind", "Service", "labelSelector", "app.kubernetes.io/name=wordpress,!nothing"));
  }

  /** As a tenant's file states it. */
  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("target", target);
    tree.put("patch", text);
    return tree;
  }
}
