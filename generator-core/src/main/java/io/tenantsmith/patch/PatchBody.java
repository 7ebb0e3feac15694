package io.tenantsmith.patch;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The content of a patch. */
sealed interface PatchBody {

  /** Changes a tree, which may be changed at every level. */
  void apply(Map<String, @Nullable Object> tree, String kind) throws PatchRefused;

  /** JSON 6902: operations, in order. */
  record Operations(List<Operation> operations) implements PatchBody {

    @Override
    public void apply(Map<String, @Nullable Object> tree, String kind) throws PatchRefused {
      for (Operation operation : operations) {
        operation.apply(tree);
      }
    }
  }

  /** A strategic merge patch, without the fields that only name the object. */
  record Merge(Map<String, @Nullable Object> tree) implements PatchBody {

    @Override
    public void apply(Map<String, @Nullable Object> target, String kind) throws PatchRefused {
      new StrategicMerge(kind).into(target, tree);
    }
  }
}
