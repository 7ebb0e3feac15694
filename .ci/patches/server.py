"""A real API server behind `kubectl proxy`: its schemas, and what it says to an object that is not to be stored."""
import http.client
import json
import urllib.parse


class Server:
    def __init__(self, address):
        self._host = urllib.parse.urlparse(address).netloc
        self._connection = http.client.HTTPConnection(self._host, timeout=30)
        self._paths = self._get("/openapi/v3")["paths"]
        self._schemas = {}
        self._plurals = {}

    def prepare(self, namespace):
        """The namespace in which objects are tried; it is there already at a second run."""
        self._call("POST", "/api/v1/namespaces", {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": namespace}})

    def refusal(self, item):
        """What the server says against applying the object, as Flux and Argo CD do it; empty if nothing."""
        path = "%s/namespaces/%s/%s/%s?dryRun=All&force=true&fieldManager=test&fieldValidation=Strict" % (
            self._base(item), item["metadata"]["namespace"], self._plural(item), item["metadata"]["name"])
        status, answer = self._call("PATCH", path, item, "application/apply-patch+yaml")
        return "" if status < 300 else answer.get("message", str(status))

    def schema(self, item):
        """The schema of an object's kind and the table of all schemas that it refers to."""
        table = self._group(item)
        group, _, version = item["apiVersion"].rpartition("/")
        for name, schema in table.items():
            for known in schema.get("x-kubernetes-group-version-kind", []):
                if (known["group"], known["version"], known["kind"]) == (group, version, item["kind"]):
                    return schema, table
        raise SystemExit("no schema of %s %s" % (item["apiVersion"], item["kind"]))

    @staticmethod
    def _base(item):
        return ("/apis/" if "/" in item["apiVersion"] else "/api/") + item["apiVersion"]

    def _group(self, item):
        key = self._base(item)[1:]
        if key not in self._schemas:
            self._schemas[key] = self._get(self._paths[key]["serverRelativeURL"])["components"]["schemas"]
        return self._schemas[key]

    def _plural(self, item):
        base = self._base(item)
        if base not in self._plurals:
            self._plurals[base] = {r["kind"]: r["name"] for r in self._get(base)["resources"] if "/" not in r["name"]}
        return self._plurals[base][item["kind"]]

    def _get(self, path):
        status, answer = self._call("GET", path)
        if status != 200:
            raise SystemExit("%s: %s %s" % (path, status, answer))
        return answer

    def _call(self, method, path, body=None, form="application/json"):
        text = None if body is None else json.dumps(body)
        self._connection.request(method, path, text, {"Content-Type": form})
        response = self._connection.getresponse()
        return response.status, json.loads(response.read())
