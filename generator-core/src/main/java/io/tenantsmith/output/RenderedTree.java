package io.tenantsmith.output;

import io.tenantsmith.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.List;

/**
 * A whole rendered tree, handed over tenant by tenant so that it is never in memory at once. Every
 * call renders anew and gives the same bytes.
 */
public interface RenderedTree {

  /** Digest of the meaning of all inputs. */
  String inputDigest();

  /** Name and version of the generator, for instance {@code tenantsmith 0.1.0}. */
  String tool();

  /** Hands over every tenant's folder, sorted by id; a folder may be dropped after the call. */
  void forEachTenant(FolderVisitor visitor) throws IOException;

  /** All files outside tenants' folders, without index.json, sorted by path. */
  List<OutputFile> rootFiles();

  /** Tells whether only a part was asked for: what is not rendered stays as it is. */
  default boolean isPartial() {
    return false;
  }

  /** What is wrong with what was handed over by the last call of {@link #forEachTenant}. */
  default List<Diagnostic> diagnostics() {
    return List.of();
  }

  /** Takes one folder. */
  interface FolderVisitor {

    /** Takes one folder. */
    void visit(TenantFolder folder) throws IOException;
  }
}
