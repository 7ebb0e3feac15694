/**
 * What {@code doctor} looks at, one class for each concern: this machine, the folder with the Git
 * repository around it, and the repository that is published to. Entry: {@link
 * io.tenantsmith.doctor.Examinations}, the list of them. Changes nothing.
 */
@NullMarked
package io.tenantsmith.doctor;

import org.jspecify.annotations.NullMarked;
