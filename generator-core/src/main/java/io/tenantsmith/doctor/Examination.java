package io.tenantsmith.doctor;

import java.io.IOException;
import java.util.List;

/** Looks at one concern. */
interface Examination {

  /**
   * What there is to say about it; nothing where the question does not arise.
   *
   * @throws IOException if the disk does not answer; the other examinations go on
   */
  List<Finding> of(Patient patient) throws IOException;
}
