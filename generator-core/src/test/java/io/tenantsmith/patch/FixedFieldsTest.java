package io.tenantsmith.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.objects.FieldChange;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stays as it is in an object that is there; the case files show how it is reported. */
class FixedFieldsTest {

  @ParameterizedTest
  @CsvSource({
    "Job,                 spec.template.spec.containers.image,    true",
    "Job,                 spec.ttlSecondsAfterFinished,           false",
    "PhysicalBackup,      spec.schedule.cron,                     true",
    "PhysicalBackup,      spec.schedule.suspend,                  false",
    "PhysicalBackup,      spec.stagingStorage.volume,             true",
    "PointInTimeRecovery, spec.compression,                       true",
    "MariaDB,             spec.rootPasswordSecretKeyRef.generate, true",
    "MariaDB,             spec.resources.limits.cpu,              false",
    "ConfigMap,           immutable,                              true",
    "ConfigMap,           data.immutable,                         false",
    "Deployment,          spec.template.spec.containers.image,    false"
  })
  void someFieldsOfSomeKindsAreFixed(String kind, String field, boolean fixed) {
    FieldChange change = new FieldChange(List.of(field.split("\\.", -1)), "a", "b");
    assertThat(FixedFields.changed(kind, List.of(change)).isPresent()).isEqualTo(fixed);
  }
}
