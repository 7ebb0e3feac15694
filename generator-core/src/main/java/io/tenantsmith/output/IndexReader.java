package io.tenantsmith.output;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.json.JsonTree;
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

/**
 * Reads index.json and the file list of tenant.json; trusts nothing that does not have their form.
 */
public final class IndexReader {

  private final String shownAs;
  private final Writer self;

  /**
   * A reader.
   *
   * @param folder how messages call the tree, for instance {@code output}
   * @param tool name and version of this generator, for instance {@code tenantsmith 0.1.0}
   */
  public IndexReader(String folder, String tool) {
    this.shownAs = Obstacles.shown(folder, OwnershipIndex.PATH);
    this.self = Writer.of(tool, IndexText.SCHEMA);
  }

  /** Who wrote an index, and in which format. */
  private record Writer(GeneratorVersion version, int format) {

    static Writer of(String tool, int format) {
      return new Writer(GeneratorVersion.of(tool.substring(tool.indexOf(' ') + 1)), format);
    }

    boolean isNewerThan(Writer other) {
      return format > other.format || version.compareTo(other.version) > 0;
    }
  }

  /** A tree with its index; with an empty one if it has none, a diagnostic if it is broken. */
  public Result<CurrentTree> read(ExistingTree tree) throws IOException {
    byte[] content = tree.read(OwnershipIndex.PATH).orElse(null);
    if (content == null) {
      return Result.of(new CurrentTree(tree, OwnershipIndex.empty(), null));
    }
    Optional<JsonTree> root = parsed(content);
    Optional<Writer> newer = root.map(IndexReader::writer).filter(w -> w.isNewerThan(self));
    if (newer.isPresent()) {
      return Result.failed(newer(newer.get()));
    }
    return root.flatMap(IndexReader::index)
        .map(found -> Result.of(new CurrentTree(tree, found, content)))
        .orElseGet(() -> Result.failed(broken()));
  }

  private static Optional<JsonTree> parsed(byte[] content) {
    try {
      return Optional.of(JsonTree.of(content));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * File name to digest, as a tenant.json lists them; empty if it lists nothing that can be
   * trusted.
   */
  static SortedMap<String, String> tenantFiles(byte[] content) {
    SortedMap<String, String> files = new TreeMap<>();
    try {
      JsonTree list = JsonTree.of(content).path("files");
      for (Map.Entry<String, JsonTree> file : list.fields().entrySet()) {
        if (RelativePath.isValid(file.getKey())) {
          files.put(file.getKey(), file.getValue().text());
        }
      }
    } catch (IllegalArgumentException e) {
      // Whatever was edited into it, no file of the folder is then known to be ours.
      return new TreeMap<>();
    }
    return files;
  }

  private static Optional<OwnershipIndex> index(JsonTree root) {
    try {
      if (root.path("schema").integer(0) != IndexText.SCHEMA
          || !root.path("tenants").isList()
          || !root.path("files").isMapping()) {
        return Optional.empty();
      }
      List<IndexLine> lines = new ArrayList<>();
      for (JsonTree line : root.path("tenants").items()) {
        PublishedTenant tenant = tenant(line).orElseThrow(IllegalArgumentException::new);
        RenderedFacts facts = RenderedFactsText.isIn(line) ? RenderedFactsText.read(line) : null;
        lines.add(new IndexLine(tenant, facts));
      }
      SortedMap<RelativePath, String> files = new TreeMap<>();
      for (Map.Entry<String, JsonTree> file : root.path("files").fields().entrySet()) {
        files.put(RelativePath.of(file.getKey()), file.getValue().text());
      }
      return Optional.of(
          new OwnershipIndex(
              text(root, "tool"), text(root, "input"), WavesText.read(root), lines, files));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<PublishedTenant> tenant(JsonTree line) {
    Optional<TenantId> id = TenantId.parse(text(line, "id")).value();
    Optional<TenantState> state = state(line);
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

  /** A line of a generator that knew no states is of an active tenant: there was nothing else. */
  private static Optional<TenantState> state(JsonTree line) {
    return line.has("state")
        ? TenantState.of(text(line, "state"))
        : Optional.of(TenantState.ACTIVE);
  }

  private static String text(JsonTree node, String name) {
    return node.path(name).text();
  }

  /** The writer, also of an index whose other content this version does not know. */
  private static Writer writer(JsonTree root) {
    return Writer.of(text(root, "tool"), root.path("schema").integer(0));
  }

  private Diagnostic newer(Writer writer) {
    String version = Quoted.escape(writer.version().toString());
    boolean named = !version.isEmpty();
    return Diagnostic.error(
            Code.OUT512,
            SourceRange.ofFile(shownAs),
            (named ? "tenantsmith " + version : "a newer tenantsmith")
                + " wrote this tree, and this is an older one")
        .withHint(
            "install "
                + (named ? version + " or newer" : "a newer one")
                + ": this one would undo what it does not know of");
  }

  private Diagnostic broken() {
    return Diagnostic.error(
            Code.OUT504,
            SourceRange.ofFile(shownAs),
            "this is not an ownership index, so no file is known to be ours")
        .withHint("restore it from Git; it is never written by hand");
  }
}
