set -eu
RCLONE_CONFIG_EXPORT_ACCESS_KEY_ID="$(cat /run/secrets/backup-s3/access-key-id)"
RCLONE_CONFIG_EXPORT_SECRET_ACCESS_KEY="$(cat /run/secrets/backup-s3/secret-access-key)"
RCLONE_CONFIG_EXPORT_SSE_CUSTOMER_KEY_BASE64="$(cat /run/secrets/backup-encryption/customer-key)"
export RCLONE_CONFIG_EXPORT_ACCESS_KEY_ID RCLONE_CONFIG_EXPORT_SECRET_ACCESS_KEY RCLONE_CONFIG_EXPORT_SSE_CUSTOMER_KEY_BASE64
to="export:$BUCKET/$TENANT/export/$JOB"
# What an earlier try left is not whole. 4 says that there is none.
rclone deletefile "$to/inventory.json" || [ "$?" -eq 4 ]
i=0
until [ -p /export/database.pipe ]; do
  i=$((i + 1))
  [ "$i" -lt 900 ]
  sleep 1
done
touch /export/upload.ready
rclone rcat "$to/database.sql.gz" < /export/database.pipe
# A dump that ended early has no checksum.
i=0
until [ -e /export/database.sha256 ]; do
  i=$((i + 1))
  [ "$i" -lt 60 ]
  sleep 1
done
sum="$(cat /export/database.sha256)"
rclone sync --links /content "$to/content"
database="$(rclone size --json "$to/database.sql.gz")"
content="$(rclone size --json "$to/content")"
printf '{"schema":1,"tenant":"%s","namespace":"%s","cluster":"%s","job":"%s","database":{"file":"database.sql.gz","sha256":"%s","size":%s},"content":{"folder":"content","size":%s}}\n' \
  "$TENANT" "$NAMESPACE" "$CLUSTER" "$JOB" "$sum" "$database" "$content" > /tmp/inventory.json
rclone copyto /tmp/inventory.json "$to/inventory.json"
