/**
 * Connections to https servers for JGit: which certificates are trusted, which proxy is between,
 * and what is refused before JGit goes on. Entry: {@link io.tenantsmith.git.http.HttpsConnections}.
 * Changes nothing that the rest of the process uses; knows no repository.
 */
@NullMarked
package io.tenantsmith.git.http;

import org.jspecify.annotations.NullMarked;
