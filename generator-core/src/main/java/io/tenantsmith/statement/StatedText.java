package io.tenantsmith.statement;

import io.tenantsmith.model.BackupCredentials;
import io.tenantsmith.model.MailSecurity;
import io.tenantsmith.model.OpenWebUiKind;
import io.tenantsmith.model.Patch;
import io.tenantsmith.model.Plugin;
import io.tenantsmith.model.Ring;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.SyncTool;
import io.tenantsmith.model.TenantState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as users write them, in one line and without logins. */
public final class StatedText {

  /** What stands for a value that nobody is to read. */
  public static final String HIDDEN = "(sensitive)";

  private static final Pattern LOGIN = Pattern.compile("://[^/@\\s\"']+@");

  private StatedText() {}

  /** A value of the inputs. */
  public static String of(Object value) {
    String text = text(value);
    return LOGIN.matcher(text).find() ? HIDDEN : text;
  }

  private static String text(Object value) {
    if (value instanceof Sourced<?> sourced) {
      return text(sourced.value());
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(StatedText::text).orElse("");
    }
    if (value instanceof List<?> list) {
      return list.stream().map(StatedText::text).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
          .sorted()
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Plugin plugin) {
      return plugin.name() + " " + plugin.version();
    }
    if (value instanceof Patch patch) {
      return patch.target().values().stream().collect(Collectors.joining(" ", "patch of ", ""));
    }
    return value instanceof BigDecimal number ? number.toPlainString() : word(value);
  }

  private static String word(Object value) {
    if (value instanceof Ring ring) {
      return ring.label();
    }
    if (value instanceof TenantState state) {
      return state.label();
    }
    if (value instanceof SyncTool tool) {
      return tool.label();
    }
    if (value instanceof MailSecurity security) {
      return security.label();
    }
    if (value instanceof OpenWebUiKind kind) {
      return kind.label();
    }
    return value instanceof BackupCredentials credentials ? credentials.label() : value.toString();
  }
}
