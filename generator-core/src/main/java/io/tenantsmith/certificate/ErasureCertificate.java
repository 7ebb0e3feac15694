package io.tenantsmith.certificate;

import io.tenantsmith.certificate.TenantPast.Passed;
import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.objects.Node;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.steps.CertificateFile;
import io.tenantsmith.steps.SignOn;
import io.tenantsmith.steps.TenantObjects;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate says, in the order of {@code schema/certificate.schema.json}.
 *
 * @param repository where the fleet's inputs can be read
 * @param branch the branch that was published to
 */
public record ErasureCertificate(TenantPast past, String repository, String branch) {

  /** Version of its format. */
  public static final int SCHEMA = 1;

  /** Where it is written, below the fleet's folder. */
  public RelativePath path() {
    return CertificateFile.of(past.id());
  }

  /** As it is written. */
  public byte[] content() {
    return JsonWriter.pretty(json()).getBytes(StandardCharsets.UTF_8);
  }

  /** As data. */
  public Map<String, Object> json() {
    Passed erasing = past.lastIn(TenantState.ERASING).orElseThrow();
    TenantObjects objects = erasing.objects();
    Traces traces = new Traces(past, erasing);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.put("tenant", past.id());
    json.put("namespace", traces.namespace());
    json.put("cluster", traces.cluster());
    json.put("region", Node.of(objects.facts()).get("region").text());
    json.put("repository", repository);
    json.put("branch", branch);
    json.put("tool", past.removal().tool());
    json.put("states", states());
    json.put("removed", removed(objects, traces));
    json.put("identity", identity(objects));
    traces.export().ifPresent(export -> json.put("export", export));
    json.put("copies", traces.copies());
    json.put("left", traces.left());
    json.put("checks", traces.checks());
    return json;
  }

  private List<Object> states() {
    List<Object> states = new ArrayList<>();
    past.states().forEach(passed -> states.add(state(passed)));
    states.add(state(past.removed()));
    return states;
  }

  private Object state(Passed passed) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("state", passed.state());
    json.put("commit", passed.commit());
    json.put("time", passed.time().truncatedTo(ChronoUnit.SECONDS).toString());
    json.put("input", passed.input());
    PublishedTenant line = passed.line();
    if (line != null) {
      line.remembered().promised().ifPresent(until -> json.put("until", until));
      if (line.state() == TenantState.ERASING) {
        json.put("confirm", past.id());
      }
    }
    return new JsonWriter.OneLine(json);
  }

  private static Map<String, Object> removed(TenantObjects objects, Traces traces) {
    SortedMap<String, Object> byKind = new TreeMap<>();
    for (KubernetesObject object : objects.all()) {
      byKind.merge(object.kind(), 1, (a, b) -> (Integer) a + (Integer) b);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("objects", objects.all().size());
    json.put("byKind", new JsonWriter.OneLine(byKind));
    json.put("data", traces.data());
    json.put("secrets", traces.secrets());
    return json;
  }

  private Map<String, Object> identity(TenantObjects objects) {
    List<Object> absent = new ArrayList<>();
    for (SignOn.Entry entry : SignOn.of(objects).absent()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("model", entry.model());
      json.put("identifier", entry.identifier());
      absent.add(new JsonWriter.OneLine(json));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("blueprint", "tenant-" + past.id());
    json.put("absent", absent);
    return json;
  }
}
