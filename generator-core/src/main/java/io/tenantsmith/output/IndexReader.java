package io.tenantsmith.output;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.Ring;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads index.json and the file list of tenant.json; trusts nothing that does not have their form.
 */
public final class IndexReader {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String shownAs;

  /**
   * A reader.
   *
   * @param folder how messages call the tree, for instance {@code output}
   */
  public IndexReader(String folder) {
    this.shownAs = folder + "/" + OwnershipIndex.PATH;
  }

  /** A tree with its index; with an empty one if it has none, a diagnostic if it is broken. */
  public Result<CurrentTree> read(ExistingTree tree) throws IOException {
    byte[] content = tree.read(OwnershipIndex.PATH).orElse(null);
    Optional<OwnershipIndex> index =
        content == null ? Optional.of(OwnershipIndex.empty()) : parse(content);
    return index
        .map(found -> Result.of(new CurrentTree(tree, found, content)))
        .orElseGet(() -> Result.failed(broken()));
  }

  /**
   * File name to digest, as a tenant.json lists them; empty if it lists nothing that can be
   * trusted.
   */
  static SortedMap<String, String> tenantFiles(byte[] content) {
    SortedMap<String, String> files = new TreeMap<>();
    try {
      JsonNode list = JSON.readTree(content).path("files");
      for (Map.Entry<String, JsonNode> file : list.properties()) {
        if (RelativePath.isValid(file.getKey())) {
          files.put(file.getKey(), file.getValue().asString(""));
        }
      }
    } catch (JacksonException e) {
      // Whatever was edited into it, no file of the folder is then known to be ours.
      return new TreeMap<>();
    }
    return files;
  }

  private static Optional<OwnershipIndex> parse(byte[] content) {
    try {
      JsonNode root = JSON.readTree(content);
      if (root.path("schema").asInt(0) != IndexText.SCHEMA
          || !root.path("tenants").isArray()
          || !root.path("files").isObject()) {
        return Optional.empty();
      }
      List<IndexLine> lines = new ArrayList<>();
      for (JsonNode line : root.path("tenants")) {
        PublishedTenant tenant = tenant(line).orElseThrow(IllegalArgumentException::new);
        RenderedFacts facts = RenderedFactsText.isIn(line) ? RenderedFactsText.read(line) : null;
        lines.add(new IndexLine(tenant, facts));
      }
      SortedMap<RelativePath, String> files = new TreeMap<>();
      for (Map.Entry<String, JsonNode> file : root.path("files").properties()) {
        files.put(RelativePath.of(file.getKey()), file.getValue().asString(""));
      }
      return Optional.of(new OwnershipIndex(text(root, "tool"), text(root, "input"), lines, files));
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<PublishedTenant> tenant(JsonNode line) {
    Optional<TenantId> id = TenantId.parse(text(line, "id")).value();
    Optional<TenantState> state = TenantState.of(text(line, "state"));
    Optional<Ring> ring = Ring.of(text(line, "ring"));
    if (id.isEmpty()
        || state.isEmpty()
        || ring.isEmpty()
        || !RelativePath.isValid(text(line, "cluster"))) {
      return Optional.empty();
    }
    return Optional.of(
        new PublishedTenant(
            id.get(),
            state.get(),
            text(line, "tier"),
            ring.get(),
            text(line, "cluster"),
            text(line, "digest"),
            PublishedFactsText.read(line)));
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }

  private Diagnostic broken() {
    return Diagnostic.error(
            Code.OUT504,
            SourceRange.ofFile(shownAs),
            "this is not an ownership index, so no file is known to be ours")
        .withHint("restore it from Git; it is never written by hand");
  }
}
