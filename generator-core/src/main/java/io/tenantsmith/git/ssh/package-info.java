/**
 * How a repository is reached over ssh: keys, agent, known hosts, and why it was not reached. The
 * only package that sees the ssh library below JGit. Entry: {@link
 * io.tenantsmith.git.ssh.SshSessions}.
 */
@NullMarked
package io.tenantsmith.git.ssh;

import org.jspecify.annotations.NullMarked;
