"""The rendered export Job of a suspended tenant on a real MariaDB, rclone and S3, well and ill.

What is real: the Job's pod, both scripts and all that they read and mount, as rendered; MariaDB and its programs (Debian's packages), rclone of the
version that is rendered, for the upload and as the server of S3; TLS to both; read-only roots, user 33, no capabilities, memory limits.
What stands in: this package, with sites and databases, for the kubelet and the operators. rclone's server takes the headers of SSE-C and encrypts
nothing, so that each request is seen to bear them. In the container of the dump a second of sleep lasts 20 ms.
"""
