# shellcheck shell=bash
# What operators would say that cannot be had here; sourced by the checks that need it.

# routed NAMESPACE NAME: the status of an HTTPRoute that all its parents have taken
# shellcheck disable=SC2016 # $generation is a variable of the template
routed() {
    kubectl -n "$1" patch httproute "$2" --subresource=status --type=merge -p "$(kubectl -n "$1" get httproute "$2" -o go-template='
{{- $generation := .metadata.generation}}{"status":{"parents":[{{range $i, $parent := .spec.parentRefs}}{{if $i}},{{end}}{"controllerName":"example.com/test",
"parentRef":{"name":"{{.name}}","kind":"{{or .kind "Gateway"}}"{{with .namespace}},"namespace":"{{.}}"{{end}}{{with .sectionName}},"sectionName":"{{.}}"{{end}}},
"conditions":[{"type":"Accepted","status":"True","reason":"Accepted","message":"","observedGeneration":{{$generation}},"lastTransitionTime":"2026-01-01T00:00:00Z"},
{"type":"ResolvedRefs","status":"True","reason":"ResolvedRefs","message":"","observedGeneration":{{$generation}},"lastTransitionTime":"2026-01-01T00:00:00Z"}]}{{end}}]}}')" >/dev/null
}

# all_routed: every HTTPRoute is taken
all_routed() {
    local namespace name
    while read -r namespace name; do
        routed "$namespace" "$name"
    done < <(kubectl get httproutes -A --no-headers -o 'custom-columns=N:.metadata.namespace,R:.metadata.name')
}

# all_synced: every ExternalSecret says that its Secret is there, for checks without external-secrets
all_synced() {
    local namespace name
    while read -r namespace name; do
        kubectl -n "$namespace" patch externalsecret "$name" --subresource=status --type=merge -p '{"status":{"conditions":[{"type":"Ready",
            "status":"True","reason":"SecretSynced","message":"stands in for the operator","lastTransitionTime":"2026-01-01T00:00:00Z"}]}}' >/dev/null
    done < <(kubectl get externalsecrets -A --no-headers -o 'custom-columns=N:.metadata.namespace,S:.metadata.name')
}
