"""Runs the rendered sites of tenants on a real Apache, PHP, WordPress and MariaDB and says what does not hold.

What is real: every text of a tenant's folder that a pod of its site is made of, the programs (Debian's packages), WP-CLI and the
sign-on plugin where they are named, read-only roots, user 33, no capabilities, memory limits.
What stands in: this package for the kubelet, the operators, the gateway and wordpress.org, local folders for shared storage,
`oidc-provider` for Authentik.
"""
