# shellcheck shell=bash
# What is asked of a live cluster about a tenant in each state. Sourced by check-life-cycle, whose variables and functions it uses.
# "$active" is the cluster's folder as it was rendered when all tenants were active: the names of all that a tenant can have.

# publishes ARGUMENTS...: renders and publishes the fleet; $revision is the new commit, "$data/tree" its files
publishes() {
    (cd "$data/fleet" && java -jar "$launcher" publish --repository "$data/fleet.git" "$@") >"$data/answer" 2>&1 || fail "$(cat "$data/answer")"
    revision=$(git -C "$data/fleet.git" rev-parse "$branch")
    [ -d "$data/tree" ] || git clone -q -b "$branch" "$data/fleet.git" "$data/tree"
    git -C "$data/tree" pull -q
    [ -z "${KUBECONFIG-}" ] || kubectl -n flux-system annotate --overwrite --field-manager=flux gitrepositories --all "reconcile.fluxcd.io/requestedAt=$revision" >/dev/null
}

# states STATE TENANT...: what their files say
stated() {
    local state=$1 tenant file
    shift
    for tenant in "$@"; do
        file=$data/fleet/tenants/$tenant.yaml
        [ "$state" != gone ] || { rm "$file"; continue; }
        sed -i '/^\(state\|until\|confirm\|reason\):/d' "$file"
        echo "state: $state" >>"$file"
        [ "$state" != retained ] || echo 'until: "2027-03-31"' >>"$file"
        [ "$state" != erasing ] || echo "confirm: $tenant" >>"$file"
    done
}

publishes_step() {
    local state=$1 tenant
    shift
    stated "$state" "$@"
    if [ "$state" = erased ]; then publishes --allow-removed $#; else publishes; fi
    for tenant in "$@"; do
        echo "-- $tenant: ${states[$tenant]} -> $state"
        states[$tenant]=$state
    done
}

# step STATE TENANT...: the step is published and synced, the cluster is as it should be, and a second sync changes nothing
step() {
    local tenant
    publishes_step "$@"
    synced
    for tenant in "${@:2}"; do
        "in_$1" "$tenant"
        settles "$tenant"
    done
    case " ${*:2} " in *" $walked "*)
        # shellcheck disable=SC2086 # a list of names
        objects_of $others >"$data/after"
        diff "$data/standing" "$data/after" >&2 || fail "the step of $walked changed the objects of others above"
        ;;
    esac
}

# refused_step STATE TENANT NEXT: the step is none, its refusal names the next state, and nothing is published
refused_step() {
    cp "$data/fleet/tenants/$2.yaml" "$data/before.yaml"
    stated "$1" "$2"
    ! (cd "$data/fleet" && java -jar "$launcher" publish --repository "$data/fleet.git" --allow-removed 1) >"$data/answer" 2>&1 || fail "$2 may go to $1"
    grep -q 'error LIF102' "$data/answer" && grep -qw "$3" "$data/answer" || fail "the step to $1 is not LIF102 with $3: $(cat "$data/answer")"
    [ "$(git -C "$data/fleet.git" rev-parse "$branch")" = "$revision" ] || fail "something was published"
    cp "$data/before.yaml" "$data/fleet/tenants/$2.yaml"
    echo "ok: from ${states[$2]} there is no step to $1"
}
refused_removal() {
    mv "$data/fleet/tenants/$1.yaml" "$data/before.yaml"
    ! (cd "$data/fleet" && java -jar "$launcher" publish --repository "$data/fleet.git" --allow-removed 1) >"$data/answer" 2>&1 || fail "the file of $1 may go"
    grep -q 'error LIF101' "$data/answer" || fail "the missing file is not LIF101: $(cat "$data/answer")"
    mv "$data/before.yaml" "$data/fleet/tenants/$1.yaml"
    echo "ok: the file of $1 may not go in ${states[$1]}"
}

# status NAMESPACE KIND NAME: what its condition Ready says
status() { kubectl -n "$1" get "$2" "$3" -o 'jsonpath={.status.conditions[?(@.type=="Ready")].status}'; }
ready() { [ "$(status "$@")" = True ]; }

# plays: what the operators of databases and routes make and say; claims outlive their MariaDB
plays() {
    local namespace number replicas class size name
    while read -r namespace replicas class size name; do
        [ "$name" != True ] || continue
        for ((number = 0; number < ${replicas/<none>/1}; number++)); do
            kubectl -n "$namespace" get pvc "storage-mariadb-$number" >/dev/null 2>&1 || kubectl -n "$namespace" create -f - <<TEXT
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: storage-mariadb-$number, labels: {pvc.k8s.mariadb.com/role: storage}}
spec: {accessModes: [ReadWriteOnce], storageClassName: $class, resources: {requests: {storage: $size}}}
TEXT
        done
        kubectl -n "$namespace" patch mariadb mariadb --subresource=status --type=merge -p '{"status":{"conditions":[{"type":"Ready",
            "status":"True","reason":"Test","message":"stands in for the operator","lastTransitionTime":"2026-01-01T00:00:00Z"}]}}'
    done < <(kubectl get mariadbs -A --no-headers -o 'custom-columns=N:.metadata.namespace,R:.spec.replicas,C:.spec.storage.storageClassName,S:.spec.storage.size,T:.status.conditions[?(@.type=="Ready")].status')
    while read -r namespace name; do routed "$namespace" "$name"; done < <(kubectl get httproutes -A -o json | jq -r '.items[] |
        select(([.status.parents[]?.conditions[]?.observedGeneration] | unique) != [.metadata.generation]) | "\(.metadata.namespace) \(.metadata.name)"')
}
at_revision() {
    [[ $(kubectl -n flux-system get kustomization "tenant-$1" -o 'jsonpath={.status.lastAppliedRevision} {.status.conditions[?(@.type=="Ready")].status}') == *"$revision True" ]]
}
arrived() { plays; at_revision "$1"; }
absent() { ! kubectl "$@" >/dev/null 2>&1; }

# synced: every tenant that has a file is applied as it was published last
synced() {
    local tenant
    for tenant in $tenants; do
        if [ "${states[$tenant]}" = gone ]; then
            await 120 "the sync object of $tenant is gone" absent -n flux-system get kustomization "tenant-$tenant" >/dev/null
        else
            await 240 "tenant-$tenant is synced" arrived "$tenant" >/dev/null
        fi
    done
    echo "ok: Flux is at ${revision:0:7}"
}
# blind true|false: whether Flux does not look at the repository
blind() {
    kubectl -n flux-system patch gitrepository fleet --type=merge --field-manager=flux -p "{\"spec\":{\"suspend\":$1}}" >/dev/null
    [ "$1" = true ] || kubectl -n flux-system annotate --overwrite --field-manager=flux gitrepository fleet "reconcile.fluxcd.io/requestedAt=$(date +%s%N)" >/dev/null
}

# objects_of TENANT...: all that is theirs, with what moves when somebody changes it: uid, and generation, or version where a kind has none
objects_of() {
    kubectl get "$kinds" -A -o json 2>/dev/null | jq -r --arg names "$*" '($names | split(" |\n"; null)) as $tenants | .items[] | .metadata as $m |
        select($tenants | any(. as $t | $m.namespace == "tenant-" + $t or $m.name == "tenant-" + $t or ($m.name | endswith("-" + $t)) or $m.labels["tenantsmith.io/tenant"] == $t)) |
        select(($m.name | test("-[0-9]{8}$") | not) and ($m.namespace != "flux-system" or .kind == "Kustomization")) |
        "\(.kind) \($m.namespace // "-") \($m.name) \($m.uid) \(if .kind == "ResourceQuota" or .kind == "HorizontalPodAutoscaler" then "-" else $m.generation // $m.resourceVersion end)"' | sort
}

# settles TENANT: a second sync changes nothing
handled() { [ "$(kubectl -n flux-system get kustomization "$1" -o 'jsonpath={.status.lastHandledReconcileAt}')" = "$2" ] && ready flux-system kustomization "$1"; }
settles() {
    local now
    [ "${states[$1]}" != gone ] || return 0
    now=$(date +%s%N)
    objects_of "$1" >"$data/first"
    kubectl -n flux-system annotate --overwrite --field-manager=flux kustomization "tenant-$1" "reconcile.fluxcd.io/requestedAt=$now" >/dev/null
    await 60 "a second sync of $1" handled "tenant-$1" "$now" >/dev/null
    objects_of "$1" >"$data/second"
    diff "$data/first" "$data/second" >&2 || fail "a second sync changed the objects of $1 above"
    echo "ok: a second sync changes nothing"
}

# memory TENANT: what may never change before the end: Namespace, claims, and the values of the secrets that were made once
memory() {
    local namespace=tenant-$1 place name
    [ -e "$data/secrets-$1" ] || kubectl get externalsecrets -A -o json | jq -r --arg t "$1" '.items[] | select(.spec.target.creationPolicy == "Orphan") |
        select(.metadata.namespace == "tenant-" + $t or (.metadata.name | endswith("-" + $t))) | "\(.metadata.namespace) \(.spec.target.name // .metadata.name)"' >"$data/secrets-$1"
    [ -s "$data/secrets-$1" ] || fail "no secret of $1 is made once"
    kubectl get namespace "$namespace" -o 'jsonpath={.metadata.uid}{"\n"}'
    kubectl -n "$namespace" get pvc -o 'jsonpath={range .items[*]}{.metadata.name} {.metadata.uid}{"\n"}{end}'
    while read -r place name; do
        echo "$place/$name $(kubectl -n "$place" get secret "$name" -o json | jq -cS '[.metadata.uid, .immutable, .data]' | sha256sum)"
    done <"$data/secrets-$1"
}
remembers() {
    memory "$1" >"$data/now"
    diff "$data/memory-$1" "$data/now" >&2 || fail "something that must last is another one, in ${states[$1]} of $1"
    echo "ok: Namespace, claims and $(wc -l <"$data/secrets-$1") secrets of $1 are the same"
}

# left TENANT FILE: what is there of the objects that an active tenant has in a file
left() { [ ! -e "$active/tenants/$1/$2" ] || kubectl get -f "$active/tenants/$1/$2" --ignore-not-found -o name; }
# whole TENANT FILE..., nothing TENANT FILE...: all of them are there, or none is
whole() {
    local file
    for file in "${@:2}"; do
        [ ! -e "$active/tenants/$1/$file" ] || [ "$(left "$1" "$file" | wc -l)" = "$(grep -c '^kind:' "$active/tenants/$1/$file")" ] ||
            fail "of $file of $1 only this is there: $(left "$1" "$file")"
    done
}
nothing() {
    local file
    for file in "${@:2}"; do [ -z "$(left "$1" "$file")" ] || fail "of $file of $1 this is left: $(left "$1" "$file")"; done
}
# only TENANT FILE NAME...: just these are there
only() {
    [ ! -e "$active/tenants/$1/$2" ] || [ "$(left "$1" "$2" | sort | paste -s -d ' ')" = "$(printf '%s\n' "${@:3}" | sort | paste -s -d ' ')" ] ||
        fail "of $2 of $1 this is there: $(left "$1" "$2" | paste -s -d ' ')"
}
# namespace_says TENANT KEY VALUE: a label or annotation of the Namespace
namespace_says() {
    local found
    found=$(kubectl get namespace "tenant-$1" -o json | jq -r --arg key "$2" '.metadata | .labels[$key] // .annotations[$key] // ""')
    [ "$found" = "$3" ] || fail "the Namespace of $1 has $2 \"$found\", not \"$3\""
}
# marked TENANT KIND NAMESPACE: the names of those that no sync tool may delete
marked() {
    kubectl -n "$3" get "$2" -o json | jq -r --arg t "$1" '.items[] | select(.metadata.namespace == "tenant-" + $t or .metadata.name == "tenant-" + $t or (.metadata.name | endswith("-" + $t))) |
        select(.metadata.annotations["kustomize.toolkit.fluxcd.io/prune"] == "disabled") | "\(.kind)/\(.metadata.name)"'
}
# all_marked TENANT: those of them that are in git, or would be; Secrets of the tenant's namespace go with it, whatever they say
all_marked() {
    local kind
    for kind in namespaces persistentvolumeclaims secrets externalsecrets; do
        [ "$kind" = secrets ] || marked "$1" "$kind" "tenant-$1"
        [ "$kind" = namespaces ] || marked "$1" "$kind" admin-apps
    done
}
in_marks() { [ -n "$(all_marked "$1")" ] || fail "$1 has no mark"; }

# refuses TENANT, allows TENANT: whether somebody with all rights may delete what holds data
doomed() {
    local place name
    echo "namespace tenant-$1"
    kubectl -n "tenant-$1" get pvc -o name | sed "s|^|-n tenant-$1 |"
    while read -r place name; do echo "-n $place secret/$name"; done <"$data/secrets-$1"
}
deletes() {
    # shellcheck disable=SC2086 # arguments
    kubectl delete --dry-run=server $1 >"$data/answer" 2>&1
}
refuses() {
    local what
    while read -r what; do
        ! deletes "$what" || fail "$what may be deleted in ${states[$1]}"
        grep -q 'ValidatingAdmissionPolicy' "$data/answer" || fail "$what is kept by something else: $(cat "$data/answer")"
    done < <(doomed "$1")
    echo "ok: nobody may delete the $(doomed "$1" | wc -l) objects of $1 that hold data"
}
allows() {
    local what
    while read -r what; do deletes "$what" || fail "$what may not be deleted in ${states[$1]}: $(cat "$data/answer")"; done < <(doomed "$1")
    echo "ok: what holds data of $1 may be deleted"
}

in_active() {
    whole "$1" access.yaml backup.yaml content.yaml database.yaml identity.yaml monitoring.yaml namespace.yaml network.yaml open-webui.yaml quota.yaml route.yaml secrets.yaml wordpress.yaml
    nothing "$1" export.yaml
    namespace_says "$1" tenantsmith.io/state active
    await 60 "the web pods of $1 run" serves "$1"
    [ ! -e "$data/memory-$1" ] || remembers "$1"
    [ -e "$data/secrets-$1" ] || memory "$1" >/dev/null
    refuses "$1"
    ! deletes "-n tenant-$1 mariadb/mariadb" || fail "the MariaDB of $1 may be deleted"
}
# Not before its autoscaler has acted, which is no change of a second sync.
serves() {
    kubectl -n "tenant-$1" get deployments,horizontalpodautoscalers -o json | jq -e '
        (.items | map(select(.kind == "HorizontalPodAutoscaler") | {(.spec.scaleTargetRef.name): .spec.minReplicas}) | add // {}) as $least |
        .items | map(select(.kind == "Deployment")) | length > 0 and all(.status.replicas > 0 and .spec.replicas >= ($least[.metadata.name] // 1))'
}
rests() { kubectl -n "tenant-$1" get deployments,cronjobs -o json | jq -e '.items | length > 0 and all(if .kind == "CronJob" then .spec.suspend else .spec.replicas == 0 and (.status.replicas // 0) == 0 end)'; }

in_suspended() {
    local paused
    paused=$(sed -n 's|^paused_page: https://\([^/]*\).*|\1|p' fleet.yaml)
    nothing "$1" access.yaml content.yaml
    whole "$1" backup.yaml database.yaml identity.yaml namespace.yaml network.yaml open-webui.yaml quota.yaml route.yaml secrets.yaml wordpress.yaml
    namespace_says "$1" tenantsmith.io/state suspended
    await 60 "no web pod of $1 runs, and no CronJob starts one" rests "$1"
    kubectl -n "tenant-$1" get httproutes -o json | jq -e --arg host "$paused" '.items | map(select(.metadata.name != "https-redirect")) | length > 0 and
        all(.spec.rules | all(has("backendRefs") | not) and all(.filters[0].requestRedirect | .statusCode == 302 and .hostname == $host))' >/dev/null ||
        fail "a route of $1 does not lead to $paused"
    [ "$(kubectl -n "tenant-$1" get jobs -o name | grep -c '^job.batch/tenant-export-')" = 1 ] || fail "$1 has no Job tenant-export"
    ! kubectl -n "tenant-$1" get prometheusrules -o json | grep -q '"TenantSiteDown"' || fail "TenantSiteDown of $1 would ring"
    remembers "$1"
    refuses "$1"
    [ -z "$(marked "$1" mariadbs,databases.k8s.mariadb.com,users.k8s.mariadb.com,grants.k8s.mariadb.com "tenant-$1")" ] || fail "the database of $1 is still marked"
    deletes "-n tenant-$1 mariadb/mariadb" || fail "the MariaDB of $1 may not be deleted: $(cat "$data/answer")"
}

# kept TENANT: what is there in retained and erasing alike
kept() {
    nothing "$1" access.yaml content.yaml database.yaml monitoring.yaml route.yaml export.yaml
    only "$1" namespace.yaml "namespace/tenant-$1" serviceaccount/default
    only "$1" network.yaml networkpolicy.networking.k8s.io/default-deny
    only "$1" quota.yaml resourcequota/tenant-quota
    only "$1" wordpress.yaml persistentvolumeclaim/wordpress-content
    [ ! -e "$active/tenants/$1/open-webui.yaml" ] || [ "$(left "$1" open-webui.yaml | grep -vc '^persistentvolumeclaim/')" = 0 ] || fail "Open WebUI of $1 is left: $(left "$1" open-webui.yaml)"
    whole "$1" identity.yaml
    await 60 "no pod of $1 runs" no_pods "$1"
    [ "$(kubectl -n "tenant-$1" get resourcequota tenant-quota -o 'jsonpath={.spec.hard.pods}')" = 0 ] || fail "a pod of $1 may run"
    [ -z "$(kubectl -n "tenant-$1" get jobs,certificates,services,configmaps -o name | grep -v 'configmap/kube-root-ca.crt')" ] || fail "more is left of $1"
    [ -z "$(kubectl -n flux-system get kustomization "tenant-$1" -o 'jsonpath={.spec.healthChecks}')" ] || fail "Flux asks for the health of $1"
}
no_pods() { [ -z "$(kubectl -n "tenant-$1" get pods --no-headers -o name)" ]; }

in_retained() {
    kept "$1"
    namespace_says "$1" tenantsmith.io/state retained
    namespace_says "$1" tenantsmith.io/retained-until 2027-03-31
    namespace_says "$1" tenantsmith.io/erase ''
    [[ $(left "$1" backup.yaml) == schedule.velero.io/* ]] || fail "no copies of $1 are made: $(left "$1" backup.yaml)"
    remembers "$1"
    refuses "$1"
}

in_erasing() {
    kept "$1"
    namespace_says "$1" tenantsmith.io/state erasing
    namespace_says "$1" tenantsmith.io/retained-until ''
    namespace_says "$1" tenantsmith.io/erase "$1"
    nothing "$1" backup.yaml
    [ -z "$(all_marked "$1")" ] || fail "$1 is still marked: $(all_marked "$1" | paste -s -d ' ')"
    remembers "$1"
    allows "$1"
}

# nowhere TENANT: nothing of it is left but its sync object
nowhere() { [ -z "$(objects_of "$1" | grep -v "^Kustomization flux-system tenant-$1 ")" ]; }
in_erased() {
    await 90 "the Namespace of $1 is gone" absent get namespace "tenant-$1"
    await 60 "nothing of $1 is left" nowhere "$1"
}
in_gone() {
    [ -z "$(objects_of "$1")" ] || fail "this is left of $1: $(objects_of "$1")"
    [ ! -e "$folder/tenants/$1" ] || fail "the folder of $1 is still in the tree"
    echo "ok: $1 is gone from cluster and tree"
}

# only_the_platforms SECRET: no key of a tenant is in a gathered Secret
only_the_platforms() {
    local keys tenant
    keys=$(kubectl -n admin-apps get secret "$1" -o json | jq -r '.data // {} | keys[]')
    [ -n "$keys" ] || return 1
    for tenant in $tenants; do ! grep -q -- "$tenant" <<<"$keys" || return 1; done
}
