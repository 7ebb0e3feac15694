package io.tenantsmith.model;

import io.tenantsmith.diagnostic.Code;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a value is written, independent of YAML; the binder reads a node accordingly.
 *
 * @param <T> what is read
 */
public sealed interface Form<T> {

  /** Any text. */
  Form<String> PLAIN = new Simple<>(Kind.PLAIN);

  /** True or false. */
  Form<Boolean> FLAG = new Simple<>(Kind.FLAG);

  /** A whole number that a list or count can have. */
  Form<Integer> WHOLE = new Simple<>(Kind.WHOLE);

  /** Any number. */
  Form<BigDecimal> DECIMAL = new Simple<>(Kind.DECIMAL);

  /** Cores or thousandths. */
  Form<Cpu> CPU = new Simple<>(Kind.CPU);

  /** A number of cores, or thousandths with a unit. */
  Form<Cpu> CORES = new Simple<>(Kind.CORES);

  /** Bytes with a unit. */
  Form<Bytes> MEMORY = new Simple<>(Kind.MEMORY);

  /** Bytes with a unit, at least a gibibyte. */
  Form<Bytes> STORAGE = new Simple<>(Kind.STORAGE);

  /** A number of gibibytes, or bytes with a unit. */
  Form<Bytes> GIBI = new Simple<>(Kind.GIBI);

  /** A number of gibibytes, or bytes with a unit, at least a gibibyte. */
  Form<Bytes> GIBI_STORAGE = new Simple<>(Kind.GIBI_STORAGE);

  /** A whole number, or {@code unlimited}. */
  Form<Limit<Long>> COUNT = new Simple<>(Kind.COUNT);

  /** Texts by name, sorted. */
  Form<Map<String, String>> TEXTS = new Simple<>(Kind.TEXTS);

  /** A plugin or theme. */
  Form<Plugin> PLUGIN = new Simple<>(Kind.PLUGIN);

  /** Plugins, no slug twice. */
  Form<List<Plugin>> PLUGINS = new Simple<>(Kind.PLUGINS);

  /** Kustomize patches, in order, each with its place. */
  Form<List<Sourced<Patch>>> PATCHES = new Simple<>(Kind.PATCHES);

  /** A name that people see. */
  Form<String> NAME = text(Code.VAL105, DisplayName::check);

  /** A mail address. */
  Form<String> MAIL = text(Code.VAL104, MailAddress::check);

  /** A URL of https. */
  Form<String> URL = text(Code.VAL108, WebAddress::https);

  /** A URL of https that a route can redirect to. */
  Form<String> PAGE = text(Code.VAL108, PausedPage::check);

  /** A host name. */
  Form<HostName> HOST = text(Code.VAL102, HostName::parse);

  /** A name of Kubernetes without dots. */
  Form<String> LABEL = text(Code.VAL114, PlainNames::label);

  /** A name of Kubernetes that may have dots. */
  Form<String> DOTTED = text(Code.VAL114, PlainNames::dotted);

  /** Address ranges. */
  Form<List<String>> RANGES = items(text(Code.VAL107, AddressRange::check));

  /** The forms that the binder reads each in its own way. */
  enum Kind {
    PLAIN,
    FLAG,
    WHOLE,
    DECIMAL,
    CPU,
    CORES,
    MEMORY,
    STORAGE,
    GIBI,
    GIBI_STORAGE,
    COUNT,
    TEXTS,
    PLUGIN,
    PLUGINS,
    PATCHES
  }

  /** A form that has no parts. */
  record Simple<T>(Kind kind) implements Form<T> {}

  /** Text that a value type checks; the code is for its diagnostics. */
  record Text<T>(Code code, Function<String, Checked<T>> check) implements Form<T> {}

  /** One of a few words. */
  record Word<T>(Function<String, Optional<T>> words) implements Form<T> {}

  /** A list. */
  record Items<T>(Form<T> item) implements Form<List<T>> {}

  /** A list whose items keep their places. */
  record Places<T>(Form<T> item) implements Form<List<Sourced<T>>> {}

  /** An amount, or {@code unlimited}. */
  record AtMost<T extends Comparable<T>>(Form<T> amount) implements Form<Limit<T>> {}

  /** Text that a value type checks. */
  static <T> Form<T> text(Code code, Function<String, Checked<T>> check) {
    return new Text<>(code, check);
  }

  /** One of a few words. */
  static <T> Form<T> word(Function<String, Optional<T>> words) {
    return new Word<>(words);
  }

  /** A list. */
  static <T> Form<List<T>> items(Form<T> item) {
    return new Items<>(item);
  }

  /** A list whose items keep their places. */
  static <T> Form<List<Sourced<T>>> places(Form<T> item) {
    return new Places<>(item);
  }

  /** An amount, or {@code unlimited}. */
  static <T extends Comparable<T>> Form<Limit<T>> limit(Form<T> amount) {
    return new AtMost<>(amount);
  }
}
