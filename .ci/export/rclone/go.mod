module tenantsmith.io/ci/export/rclone

go 1.24

require github.com/rclone/rclone v1.71.2
