/**
 * A tenant's database and its backups: objects of mariadb-operator and Velero. Entries: {@link
 * io.tenantsmith.render.database.DatabaseContributor} and {@link
 * io.tenantsmith.render.database.BackupContributor}. Must not know what WordPress does with its
 * database.
 */
@NullMarked
package io.tenantsmith.render.database;

import org.jspecify.annotations.NullMarked;
