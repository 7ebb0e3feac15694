set -euo pipefail
cd /export
trap 'rm -f database.pipe' EXIT
# A web pod that stops may write until now.
sleep 60
MYSQL_PWD="$(cat /run/secrets/wordpress-db/password)"
export MYSQL_PWD
server="--host=$DB_HOST --user=wordpress --ssl-ca=/etc/mariadb-ca/ca.crt --ssl-verify-server-cert"
# A database that has just been made, or comes back, is not up yet.
i=0
until mariadb $server --execute='DO 1' wordpress; do
  i=$((i + 1))
  [ "$i" -lt 60 ]
  sleep 10
done
mkfifo database.pipe
i=0
until [ -e upload.ready ]; do
  i=$((i + 1))
  [ "$i" -lt 300 ]
  sleep 1
done
mariadb-dump $server --single-transaction --quick --hex-blob --default-character-set=utf8mb4 wordpress \
  | gzip | tee database.pipe | sha256sum | cut -c1-64 > database.sha256.part
mv database.sha256.part database.sha256
