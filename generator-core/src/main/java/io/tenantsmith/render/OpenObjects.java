package io.tenantsmith.render;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import java.util.List;

/**
 * What a tenant has, or would have, as an active one, without quota and lists: what it must find
 * room for to come back.
 */
@FunctionalInterface
public interface OpenObjects {

  /** The artifacts, which read from what is given. */
  List<Artifact> of(ResolvedTenant tenant, Fleet fleet);
}
