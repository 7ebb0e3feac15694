package io.tenantsmith.draft;

import io.tenantsmith.engine.NewTenant;
import io.tenantsmith.engine.TenantField;
import io.tenantsmith.yaml.YamlWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The text of a tenant's file: what is stated, in the order of the schema, and nothing else.
 *
 * @param fields the field of each line that states one
 */
record DraftText(String text, Map<TenantField, Lines> fields) {

  DraftText {
    fields = Map.copyOf(fields);
  }

  /** The lines of a field, from 1; the end belongs to it. */
  record Lines(int first, int last) {

    boolean hold(int line) {
      return line >= first && line <= last;
    }
  }

  /**
   * The text of a tenant.
   *
   * @param head the first lines, for an editor; may be empty
   */
  static DraftText of(String head, NewTenant tenant) {
    StringBuilder out = new StringBuilder(head);
    YamlWriter yaml = YamlWriter.appendingTo(out);
    Map<TenantField, Lines> fields = new EnumMap<>(TenantField.class);
    tenant
        .stated()
        .forEach(
            (field, texts) -> {
              int first = lines(out) + 1;
              yaml.key(field.key());
              out.append(':');
              yaml.valueOfEntry(value(field, texts), 0);
              out.append('\n');
              fields.put(field, new Lines(first, lines(out)));
            });
    return new DraftText(out.toString(), fields);
  }

  /** Whether a line of the file states that field. */
  boolean states(TenantField field, int line) {
    Lines lines = fields.get(field);
    return lines != null && lines.hold(line);
  }

  /** The line of a field's key. */
  int line(TenantField field) {
    Lines lines = fields.get(field);
    if (lines == null) {
      throw new IllegalArgumentException(field.key() + " is not stated");
    }
    return lines.first();
  }

  private static Object value(TenantField field, List<String> texts) {
    return field == TenantField.CUSTOM_DOMAINS ? texts : texts.get(0);
  }

  private static int lines(StringBuilder text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }
}
