package io.tenantsmith.model;

import static io.tenantsmith.model.Form.text;

import io.tenantsmith.diagnostic.Code;
import java.util.List;

/**
 * The language model that writes for all tenants with content automation, in the order of the
 * schema; without it nothing writes.
 */
public final class ContentKeys {

  /** Where the model is asked. */
  public static final Key<String> MODEL_URL =
      stated("content.model_url", text(Code.VAL108, ModelAddress::check));

  /** Its name there. */
  public static final Key<String> MODEL =
      stated("content.model", text(Code.VAL114, PlainNames::languageModel));

  /** Where its pods run, if they run in the same cluster; may be left out. */
  public static final Key<String> MODEL_NAMESPACE = stated("content.model_namespace", Form.LABEL);

  /** All of them, in the order of the schema. */
  public static final List<Key<?>> ALL = List.of(MODEL_URL, MODEL, MODEL_NAMESPACE);

  private ContentKeys() {}

  private static <T> Key<T> stated(String path, Form<T> form) {
    return Key.of(path, form).in(Document.FLEET);
  }
}
