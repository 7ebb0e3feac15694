package io.tenantsmith.render;

import io.tenantsmith.model.Fleet;
import java.util.List;

/** Brings what is about all clusters of a fleet. Pure. */
public interface FleetContributor {

  /** Renders it. */
  List<Artifact> contribute(Fleet fleet);
}
