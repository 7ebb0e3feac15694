# shellcheck shell=bash
# A fleet that changes under a real Flux: storage, databases and a tier grow, CPU, memory and replicas shrink, storage never does.
# Sourced by check-operators, whose variables and functions it uses; the fleet is in sync when it begins.
# What operators would say of databases and routes is played; volumes are those of the test, which grow in the objects alone.

# edited SED FILE: changes an input of the test's fleet, which must differ afterwards
edited() {
    cp "$data/fleet/$2" "$data/unedited"
    sed -i "$1" "$data/fleet/$2"
    ! cmp -s "$data/unedited" "$data/fleet/$2" || fail "$2 has nothing to change with $1"
}

# published: renders and publishes the fleet; $revision is the new commit
published() {
    (cd "$data/fleet" && java -jar "$launcher" publish --repository "$data/fleet.git") >"$data/answer" 2>&1 || fail "$(cat "$data/answer")"
    revision=$(git -C "$data/fleet.git" rev-parse "$branch")
    kubectl -n flux-system annotate --overwrite --field-manager=flux gitrepositories --all "reconcile.fluxcd.io/requestedAt=$revision" >/dev/null
}

# at_revision TENANT: its Kustomization is ready, and what it applied last is the new commit
at_revision() {
    [[ $(kubectl -n flux-system get kustomization "tenant-$1" -o 'jsonpath={.status.lastAppliedRevision} {.status.conditions[?(@.type=="Ready")].status}') == *"$revision True" ]]
}

# played: what operators say of databases and of routes that changed
played() {
    local tenant namespace name
    for tenant in $tenants; do
        ready "tenant-$tenant" mariadb mariadb || kubectl -n "tenant-$tenant" patch mariadb mariadb --subresource=status --type=merge -p '{"status":{"conditions":[
            {"type":"Ready","status":"True","reason":"Test","message":"stands in for the operator","lastTransitionTime":"2026-01-01T00:00:00Z"}]}}' >/dev/null
    done
    kubectl get httproutes -A -o 'jsonpath={range .items[*]}{.metadata.namespace} {.metadata.name} {.metadata.generation} {.status.parents[*].conditions[*].observedGeneration}{"\n"}{end}' |
        awk '{ old = NF < 4; for (i = 4; i <= NF; i++) if ($i != $3) old = 1 } old { print $1, $2 }' >"$data/stale"
    while read -r namespace name; do routed "$namespace" "$name"; done <"$data/stale"
}
arrived() { played && at_revision "$1"; }

# of NAMESPACE KIND NAME JSONPATH: a value in the cluster
of() { kubectl -n "$1" get "$2" "$3" -o "jsonpath={$4}"; }
# is WANTED NAMESPACE KIND NAME JSONPATH
is() { [ "$(of "${@:2}")" = "$1" ] || fail "$3 $2/$4 has $5 of $(of "${@:2}"), not $1"; }

# operators_with STAGES: Flux and external-secrets anew, kustomize-controller with or without the kinds that are applied first
operators_with() {
    "$operators/operators" down --dir "$data/operators" >/dev/null
    rm -rf "$data/operators"
    FLUX_APPLY_STAGES=$1 "$operators/operators" up --kubeconfig "$KUBECONFIG" --dir "$data/operators" external-secrets flux
}

symptom="exceeded quota"
# refused_by_quota TENANT: Flux says what the README says that it says
refused_by_quota() {
    of flux-system kustomization "tenant-$1" '.status.conditions[?(@.type=="Ready")].message' | grep -q "$symptom"
}

# rebounds: a forced sync of all Kustomizations changes nothing
rebounds() {
    await 120 "the autoscalers have reached their minimum" scaled
    state "$data/before"
    # shellcheck disable=SC2086 # a list of names
    kubectl -n flux-system annotate --overwrite --field-manager=flux kustomization $kustomizations "reconcile.fluxcd.io/requestedAt=$1" >/dev/null
    for name in $kustomizations; do
        await 120 "a second sync of $name" handled "$name" "$1" >/dev/null
    done
    state "$data/after"
    diff "$data/before" "$data/after" >&2 || fail "the second sync changed the objects above"
    echo "ok: a second sync changes nothing"
}

growth() {
    local class tenant larger=globex raised=tenant1
    for class in $(grep -rhoE 'storageClassName: \S+' "$folder/tenants" | awk '{ print $2 }' | sort -u); do
        printf '%s\n' 'apiVersion: storage.k8s.io/v1' 'kind: StorageClass' 'metadata:' "  name: $class" 'provisioner: example.com/test' \
            'allowVolumeExpansion: true' | kubectl create -f - >/dev/null
    done

    # Without the stage, and then with it: the same commit. The tier is one whose quota counts storage, which an unlimited one does not.
    grep -q "$symptom" output/README.md || fail "output/README.md does not tell of \"$symptom\""
    operators_with ''
    edited 's/^tier: free/tier: pro/' tenants/$raised.yaml
    published
    await 120 "without quotas first, the growth of $raised is refused as output/README.md says" refused_by_quota "$raised"
    is 5Gi "tenant-$raised" persistentvolumeclaim wordpress-content .spec.resources.requests.storage
    operators_with ResourceQuota
    await 120 "with quotas first, the same commit arrives" arrived "$raised"
    is 50Gi "tenant-$raised" persistentvolumeclaim wordpress-content .spec.resources.requests.storage
    is 2 "tenant-$raised" mariadb mariadb .spec.replicas

    edited 's/^  storage_size: .*/  storage_size: 700Gi/; s/^  db_storage: .*/  db_storage: 700/; s/^  db_ram: .*/  db_ram: 48Gi/' tenants/$larger.yaml
    edited 's/^  db_storage: .*/  db_storage: 120/' tenants/acme-corp.yaml
    published
    for tenant in $tenants; do
        await 60 "storage and databases grow: $tenant is ready at the new revision within a minute" arrived "$tenant"
    done
    is 700Gi "tenant-$larger" persistentvolumeclaim wordpress-content .spec.resources.requests.storage
    is 700Gi "tenant-$larger" mariadb mariadb .spec.storage.size
    is 120Gi tenant-acme-corp mariadb mariadb .spec.storage.size
    rebounds grown

    edited 's/^  cpu_request: .*/  cpu_request: "3"/; s/^  cpu_limit: .*/  cpu_limit: "6"/; s/^  memory_request: .*/  memory_request: 6Gi/
        s/^  memory_limit: .*/  memory_limit: 12Gi/; s/^  db_ram: .*/  db_ram: 16Gi/; s/^  db_cores: .*/  db_cores: 4/' tenants/$larger.yaml
    edited 's/max_replicas: 10/max_replicas: 6/; s/pod_cpu: 1000m, pod_memory: 2Gi/pod_cpu: 500m, pod_memory: 1Gi/' tiers/enterprise.yaml
    published
    for tenant in $tenants; do
        await 60 "CPU, memory and replicas shrink: $tenant is ready at the new revision within a minute" arrived "$tenant"
    done
    is 6 "tenant-$larger" horizontalpodautoscaler wordpress .spec.maxReplicas
    rebounds shrunk

    edited 's/^  storage_size: .*/  storage_size: 600Gi/' tenants/$larger.yaml
    ! (cd "$data/fleet" && java -jar "$launcher" publish --repository "$data/fleet.git") >"$data/answer" 2>&1 || fail "storage could shrink"
    grep -q 'error LIF104' "$data/answer" || fail "shrinking storage is not LIF104: $(cat "$data/answer")"
    [ "$(git -C "$data/fleet.git" rev-parse "$branch")" = "$revision" ] || fail "something was published"
    echo "ok: storage does not shrink"
}
