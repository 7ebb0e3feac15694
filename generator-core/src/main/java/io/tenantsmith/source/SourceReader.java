package io.tenantsmith.source;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads fleet.yaml, tiers/, tiers/templates/ and tenants/ once, in sorted order. */
public final class SourceReader {

  /**
   * Where the inputs are below the root.
   *
   * @param fleet a file
   * @param tenants a folder
   * @param tiers a folder
   */
  public record Names(String fleet, String tenants, String tiers) {}

  private final FileTree tree;
  private final String shownAs;
  private final Names names;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /** A reader below that root. */
  public SourceReader(Path root, Names names) {
    this(new FolderOnDisk(root), root.toString(), names);
  }

  /**
   * A reader of another place that holds inputs.
   *
   * @param shownAs what messages call it
   */
  public SourceReader(FileTree tree, String shownAs, Names names) {
    this.tree = tree;
    this.shownAs = shownAs;
    this.names = names;
  }

  /**
   * Reads all inputs. The tree comes with every mistake in the folders themselves, so that the
   * existing files can be checked all the same.
   */
  public Result<SourceTree> read() {
    if (!tree.isThere()) {
      return Result.failed(
          Diagnostic.error(Code.SRC101, SourceRange.ofFile(shownAs), "there is no such folder")
              .withHint("name the folder that holds " + names.fleet() + " as the directory"));
    }
    if (Stream.of(names.fleet(), names.tiers(), names.tenants()).noneMatch(this::isThere)) {
      return Result.failed(noFleet());
    }
    List<SourceFile> fleet = fleet();
    List<SourceFile> tiers = folder(names.tiers(), FolderKind.TIERS);
    List<SourceFile> templates =
        isThere(names.tiers() + "/templates")
            ? folder(names.tiers() + "/templates", FolderKind.TEMPLATES)
            : List.of();
    List<SourceFile> tenants = folder(names.tenants(), FolderKind.TENANTS);
    return Result.of(new SourceTree(fleet, tiers, templates, tenants), diagnostics);
  }

  private List<SourceFile> fleet() {
    if (!isThere(names.fleet())) {
      diagnostics.add(missing(names.fleet(), "file"));
      return List.of();
    }
    return new InputFile(names.fleet(), names.fleet(), tree)
        .read(diagnostics)
        .map(List::of)
        .orElse(List.of());
  }

  private List<SourceFile> folder(String name, FolderKind kind) {
    if (!isThere(name)) {
      diagnostics.add(missing(name, "folder"));
      return List.of();
    }
    List<SourceFile> files = new InputFolder(name, kind, tree).read(diagnostics);
    if (files.isEmpty() && kind == FolderKind.TENANTS && noErrorBelow(name)) {
      diagnostics.add(
          Diagnostic.error(Code.SRC102, SourceRange.ofFile(name), "there is no tenant in it")
              .withHint(
                  "add " + name + "/<tenant_id>.yaml; an empty folder would remove every tenant"));
    }
    return files;
  }

  private boolean noErrorBelow(String name) {
    return diagnostics.stream()
        .noneMatch(d -> d.isError() && d.range().file().startsWith(name + "/"));
  }

  private boolean isThere(String name) {
    return tree.kind(name) != FileTree.Kind.NOTHING;
  }

  private Diagnostic noFleet() {
    return Diagnostic.error(
            Code.SRC101, SourceRange.ofFile(names.fleet()), "there is no fleet in this folder")
        .withHint(
            "run in the folder that holds fleet.yaml, tiers/ and tenants/, or name it as the"
                + " directory; init writes the files of a new fleet");
  }

  private static Diagnostic missing(String name, String what) {
    return Diagnostic.error(Code.SRC101, SourceRange.ofFile(name), "the " + what + " is missing")
        .withHint(
            "run in the folder that holds fleet.yaml, tiers/ and tenants/, or name it as the"
                + " directory");
  }
}
