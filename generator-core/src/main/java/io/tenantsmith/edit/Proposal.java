package io.tenantsmith.edit;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.yaml.YamlDocument;
import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlNode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How one edit would be written, and what it is meant to say.
 *
 * @param splice the part of the text that is written anew
 * @param intended what the whole file has to be read as afterwards
 */
record Proposal(Splice splice, YamlMapping intended) {

  /** The proposal of an edit. */
  static Result<Proposal> of(FieldEdit edit, YamlDocument document, EditableText text) {
    return new Search(edit, text, document).at(document.root(), 0);
  }

  private Proposal within(YamlMapping mapping, int index) {
    return new Proposal(splice, IntendedTree.replaced(mapping, index, intended));
  }

  /** The way from the root to the value. */
  private static final class Search {
    private final FieldEdit edit;
    private final List<String> names;
    private final Extents extents;
    private final FlowSplices flow;
    private final BlockSplices block;

    Search(FieldEdit edit, EditableText text, YamlDocument document) {
      this.edit = edit;
      this.names = edit.path().names();
      this.extents = new Extents(text);
      this.flow = new FlowSplices(text, extents);
      this.block = new BlockSplices(text, extents, Indentation.of(document.root(), extents));
    }

    Result<Proposal> at(YamlMapping mapping, int depth) {
      int index = index(mapping, names.get(depth));
      boolean isLast = depth == names.size() - 1;
      if (edit instanceof FieldEdit.Put put) {
        if (index < 0) {
          return Result.of(inserted(mapping, depth, put));
        }
        return isLast
            ? Result.of(replaced(mapping, index, put.value()))
            : put(mapping, index, depth, put);
      }
      if (index < 0) {
        return Result.of(new Proposal(Splice.NOTHING, mapping));
      }
      return isLast ? taken(mapping, index) : take(mapping, index, depth);
    }

    private Result<Proposal> put(YamlMapping mapping, int index, int depth, FieldEdit.Put put) {
      YamlMapping.Entry entry = mapping.entries().get(index);
      if (entry.value() instanceof YamlMapping inner) {
        return inside(mapping, index, at(inner, depth + 1));
      }
      return extents.isAbsent(entry.value())
          ? Result.of(replaced(mapping, index, nested(depth, put)))
          : Result.failed(notMapping(entry, depth));
    }

    private Result<Proposal> take(YamlMapping mapping, int index, int depth) {
      if (!(mapping.entries().get(index).value() instanceof YamlMapping inner)) {
        return Result.of(new Proposal(Splice.NOTHING, mapping));
      }
      boolean isItsOnly = depth == names.size() - 2 && isOnlyKeyInLines(inner);
      return isItsOnly && index(inner, names.get(depth + 1)) == 0
          ? Result.of(replaced(mapping, index, NewNode.EMPTY))
          : inside(mapping, index, at(inner, depth + 1));
    }

    private Result<Proposal> taken(YamlMapping mapping, int index) {
      YamlMapping less = IntendedTree.removed(mapping, index);
      if (extents.isFlow(mapping)) {
        return Result.of(new Proposal(flow.remove(mapping, index), less));
      }
      return isOnlyKeyInLines(mapping)
          ? Result.failed(onlyField(mapping.entries().get(index)))
          : Result.of(new Proposal(block.remove(mapping, index), less));
    }

    private Proposal replaced(YamlMapping mapping, int index, YamlNode value) {
      YamlMapping.Entry entry = mapping.entries().get(index);
      if (IntendedTree.isSame(value, entry.value())) {
        return new Proposal(Splice.NOTHING, mapping);
      }
      Splice splice =
          extents.isFlow(mapping) ? flow.replace(entry, value) : block.replace(entry, value);
      return new Proposal(splice, IntendedTree.replaced(mapping, index, value));
    }

    private Proposal inserted(YamlMapping mapping, int depth, FieldEdit.Put put) {
      boolean isLast = depth == names.size() - 1;
      YamlMapping.Entry added = NewNode.entry(names.get(depth), nested(depth, put));
      List<YamlMapping.Entry> entries = mapping.entries();
      int before = isLast ? neighbour(mapping, put.after()) : entries.size() - 1;
      Splice splice =
          extents.isFlow(mapping)
              ? flow.insert(mapping, before < 0 ? null : entries.get(before), added)
              : block.insert(mapping, entries.get(before), added);
      return new Proposal(splice, IntendedTree.inserted(mapping, before + 1, added));
    }

    private YamlNode nested(int depth, FieldEdit.Put put) {
      return NewNode.nested(names.subList(depth + 1, names.size()), put.value());
    }

    private boolean isOnlyKeyInLines(YamlMapping mapping) {
      return mapping.entries().size() == 1 && !extents.isFlow(mapping);
    }

    private Diagnostic notMapping(YamlMapping.Entry entry, int depth) {
      String name = edit.path().upTo(depth + 1).toString();
      return Diagnostic.error(
              Code.EDT951, entry.key().range(), Quoted.quote(name) + " holds no named fields")
          .withHint("write fields below it, or remove it");
    }

    private static Diagnostic onlyField(YamlMapping.Entry entry) {
      return Diagnostic.error(
              Code.EDT951,
              entry.key().range(),
              Quoted.quote(entry.name()) + " is the only field of the file")
          .withHint("a file holds at least one field");
    }

    private static Result<Proposal> inside(YamlMapping mapping, int index, Result<Proposal> inner) {
      return inner
          .value()
          .map(proposal -> Result.of(proposal.within(mapping, index)))
          .orElseGet(() -> Result.failed(inner.diagnostics()));
    }

    private static int neighbour(YamlMapping mapping, List<String> after) {
      int last = mapping.entries().size() - 1;
      return after.stream()
          .map(name -> index(mapping, name))
          .filter(index -> index >= 0)
          .findFirst()
          .orElse(last);
    }

    private static int index(YamlMapping mapping, String name) {
      return IntStream.range(0, mapping.entries().size())
          .filter(i -> mapping.entries().get(i).name().equals(name))
          .findFirst()
          .orElse(-1);
    }
  }
}
