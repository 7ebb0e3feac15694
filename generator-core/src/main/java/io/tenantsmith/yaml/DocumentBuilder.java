package io.tenantsmith.yaml;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Turns parser events into one document, without recursion; stops at what must not be read. */
final class DocumentBuilder {

  static final int MAX_DEPTH = 24;
  static final int MAX_NODES = 20_000;
  static final int MAX_KEYS = 1_000;
  private static final int MAX_DIAGNOSTICS = 50;

  private final String file;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Deque<OpenNode> open = new ArrayDeque<>();
  private @Nullable YamlNode root;
  private int documents;
  private int nodes;
  private boolean stopped;

  DocumentBuilder(String file) {
    this.file = file;
  }

  boolean wantsMore() {
    return !stopped && diagnostics.size() < MAX_DIAGNOSTICS;
  }

  void accept(Event event) {
    switch (event.getEventId()) {
      case DocumentStart -> startDocument((DocumentStartEvent) event);
      case Alias -> alias((AliasEvent) event);
      case Scalar -> scalar((ScalarEvent) event);
      case SequenceStart -> start((CollectionStartEvent) event, OpenNode.sequence(range(event)));
      case MappingStart -> start((CollectionStartEvent) event, OpenNode.mapping(range(event)));
      case SequenceEnd, MappingEnd -> add(open.pop().close(range(event)));
      default -> {}
    }
  }

  Result<YamlDocument> result() {
    if (root instanceof YamlMapping mapping && diagnostics.isEmpty()) {
      return Result.of(new YamlDocument(file, mapping));
    }
    if (diagnostics.isEmpty()) {
      diagnostics.add(notMapping());
    }
    return Result.failed(diagnostics);
  }

  private void startDocument(DocumentStartEvent event) {
    documents++;
    if (documents > 1) {
      stop(
          Diagnostic.error(Code.YAM104, range(event), "a second document begins here")
              .withHint("one file holds one document; move the rest to a file of its own"));
    }
    if (event.getSpecVersion().isPresent() || !event.getTags().isEmpty()) {
      diagnostics.add(
          Diagnostic.error(Code.YAM106, range(event), "directives are not allowed")
              .withHint("remove the lines that begin with \"%\""));
    }
  }

  private void alias(AliasEvent event) {
    diagnostics.add(
        Diagnostic.error(Code.YAM105, range(event), "aliases are not allowed")
            .withHint("write the value out, or put it into a template or tier"));
    add(new YamlScalar("", YamlScalar.Type.NULL, true, range(event)));
  }

  private void scalar(ScalarEvent event) {
    refuseProperties(event, event.getTag().isPresent());
    add(ScalarTypes.scalar(event, range(event)));
  }

  private void start(CollectionStartEvent event, OpenNode node) {
    refuseProperties(event, event.getTag().isPresent());
    open.push(node);
    if (open.size() > MAX_DEPTH) {
      stop(
          Diagnostic.error(
                  Code.YAM109,
                  range(event),
                  "values are nested deeper than " + MAX_DEPTH + " levels")
              .withHint("no field needs that; look for brackets that are not closed"));
    }
  }

  private void refuseProperties(NodeEvent event, boolean tagged) {
    if (event.getAnchor().isPresent()) {
      diagnostics.add(
          Diagnostic.error(Code.YAM105, range(event), "anchors are not allowed")
              .withHint("write the value out, or put it into a template or tier"));
    }
    if (tagged) {
      diagnostics.add(
          Diagnostic.error(Code.YAM106, range(event), "tags are not allowed")
              .withHint("remove the text that begins with \"!\", or quote it"));
    }
  }

  private void add(YamlNode node) {
    nodes++;
    if (nodes > MAX_NODES) {
      stop(
          Diagnostic.error(
                  Code.YAM110, node.range(), "the file holds more than " + MAX_NODES + " values")
              .withHint("an input file is small; this one looks generated"));
    } else if (open.isEmpty()) {
      root = root == null ? node : root;
    } else {
      open.peek().add(node, diagnostics);
      boundKeys(open.peek(), node);
    }
  }

  /** Limits the number of keys: looking one up goes through all of them. */
  private void boundKeys(OpenNode parent, YamlNode latest) {
    if (parent.keyCount() > MAX_KEYS) {
      stop(
          Diagnostic.error(
                  Code.YAM110, latest.range(), "a mapping holds more than " + MAX_KEYS + " keys")
              .withHint("an input file is small; this one looks generated"));
    }
  }

  private void stop(Diagnostic why) {
    diagnostics.add(why);
    stopped = true;
  }

  private Diagnostic notMapping() {
    if (root == null || (root instanceof YamlScalar scalar && scalar.text().isEmpty())) {
      return Diagnostic.error(Code.YAM111, SourceRange.ofFile(file), "the file is empty")
          .withHint("fill it; the files in schema/, which init writes, describe the fields");
    }
    return Diagnostic.error(
            Code.YAM111, root.range(), "the file holds a " + root.typeName() + ", not named fields")
        .withHint("write a field on each line: its name, a colon, a space and its value");
  }

  private SourceRange range(Event event) {
    return YamlPositions.range(file, event.getStartMark(), event.getEndMark());
  }
}
