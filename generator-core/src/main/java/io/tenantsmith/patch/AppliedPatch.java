package io.tenantsmith.patch;

import io.tenantsmith.model.Origin;
import io.tenantsmith.render.ObjectRef;
import java.util.Map;

/**
 * What one patch made of one object.
 *
 * @param place where the patch stands
 * @param before the object as the patch found it; immutable
 * @param after the object as the patch left it; immutable
 */
public record AppliedPatch(
    Origin place, ObjectRef object, Map<String, Object> before, Map<String, Object> after) {}
