"""Patches drawn along a schema: fields that are there are changed, removed and doubled, fields that are not are added."""
import copy
import random

TEXTS = ["", "x", "Bad Value", "a.b/c", "-x", "5", "10s", "0s", "1h", "5x", "1Gi", "100m", "50%", "101%", "*/5 * * * *", "60 * * * *",
         "Always", "Never", "OnFailure", "TCP", "http", "y" * 300]
NUMBERS = [-1, 0, 1, 2, 3, 8, 100, 443, 8080, 70000, 2**31 - 1]
AMOUNTS = ["0", "1", "-1", "10m", "100m", "5", "64Mi", "1Gi", "500Gi", "1.5Gi", "x"]
BOTH = [0, 1, 3, "0%", "25%", "150%", "x", 8080, "http"]
DEPTH = 9
# Keys of labels and annotations, of a domain that is free for patches; some of them no server takes.
KEYS = ["example.com/a", "example.com/A.b_c-d", "a.example.com/b/c", "example.com/", "Upper.example.com/a", "-.example.com/a",
        "example.com/-a", "example.com/a b", "example.com/" + "x" * 63, "example.com/" + "x" * 64, "a" * 250 + ".com/a",
        "example..com/a", "example.com/\u00e9", "e_e.example.com/a", "example.com//a"]
# Keys of data, which are names of files.
FILES = ["a", "a.b", ".a", "..a", "..", "a/b", "a b", "A-b_c.d", "x" * 253, "x" * 254, "\u00e9"]
VALUES = ["", "x", "Bad Value", "x" * 63, "x" * 64, "-x", "5"]


class Case:
    def __init__(self, item, operations):
        self._item = item
        self.operations = operations

    def target(self):
        # The name of a Job is made of what it does, which differs between tenants.
        if self._item["kind"] == "Job":
            return {"kind": "Job"}
        return {"kind": self._item["kind"], "name": self._item["metadata"]["name"]}

    def patched(self):
        tree = copy.deepcopy(self._item)
        for operation in self.operations:
            steps = [s.replace("~1", "/").replace("~0", "~") for s in operation["path"].split("/")[1:]]
            holder = tree
            for step in steps[:-1]:
                holder = holder[int(step)] if isinstance(holder, list) else holder[step]
            last = steps[-1]
            if isinstance(holder, list):
                if operation["op"] == "remove":
                    del holder[int(last)]
                elif operation["op"] == "replace":
                    holder[int(last)] = operation["value"]
                else:
                    holder.insert(len(holder) if last == "-" else int(last), operation["value"])
            elif operation["op"] == "remove":
                del holder[last]
            else:
                holder[last] = operation["value"]
        return tree


class Drawing:
    def __init__(self, server, seed):
        self._server = server
        self._random = random.Random(seed)

    def of(self, items, number):
        """So many cases of the objects of one kind; each patch changes one to three places that lie together."""
        cases = []
        for _ in range(number if items else 0):
            item = self._random.choice(items)
            schema, self._table = self._server.schema(item)
            places = []
            part = "data" if item["kind"] == "ConfigMap" else "spec"
            self._places(item[part], self._resolved(schema)["properties"][part], "/" + part, places)
            first = self._random.choice(places)
            near = [p for p in places if p[0].rsplit("/", 1)[0] == first[0].rsplit("/", 1)[0]]
            chosen = {first[0]: first}
            for _ in range(self._random.choice([0, 0, 1, 2])):
                other = self._random.choice(near)
                if not any(other[0].startswith(p + "/") or p.startswith(other[0] + "/") for p in chosen):
                    chosen[other[0]] = other
            operations = [self._operation(*place) for place in sorted(chosen.values(), key=lambda p: p[0])]
            if self._random.random() < 0.15:
                operations = [self._key(item)]
            # Only one operation may move the items of a list.
            if sum(1 for o in operations if o["path"].rsplit("/", 1)[1].isdigit()) < 2:
                cases.append(Case(item, operations))
        return cases

    def _key(self, item):
        """One more label or annotation, of the object or of its pods, or one more key of data."""
        if item["kind"] == "ConfigMap" and self._random.random() < 0.5:
            return {"op": "add", "path": self._path("/data", self._random.choice(FILES)), "value": "x"}
        holders = [("/metadata", item["metadata"])]
        pods = item.get("spec", {}).get("template")
        if isinstance(pods, dict) and "metadata" in pods:
            holders.append(("/spec/template/metadata", pods["metadata"]))
        path, metadata = self._random.choice(holders)
        field = self._random.choice(["labels", "annotations"])
        key, value = self._random.choice(KEYS), self._random.choice(VALUES)
        if field not in metadata:
            return {"op": "add", "path": path + "/" + field, "value": {key: value}}
        return {"op": "add", "path": self._path(path + "/" + field, key), "value": value}

    @staticmethod
    def _path(holder, key):
        return holder + "/" + key.replace("~", "~0").replace("/", "~1")

    def _places(self, value, schema, path, places):
        """Every place that is there, and the fields that could be: path, whether it is there, its value, its schema."""
        schema = self._resolved(schema)
        if isinstance(value, dict):
            for name, below in schema.get("properties", {}).items():
                if name in ("securityContext", "affinity", "nodeSelector", "tolerations", "serviceAccountName"):
                    continue
                place = path + "/" + name.replace("~", "~0").replace("/", "~1")
                places.append((place, name in value, value.get(name), below))
                if name in value:
                    # What is there weighs more than the many fields that could be.
                    places.append(places[-1])
                    self._places(value[name], below, place, places)
            more = schema.get("additionalProperties")
            if isinstance(more, dict):
                for name in value:
                    place = path + "/" + name.replace("~", "~0").replace("/", "~1")
                    places.append((place, True, value[name], more))
                places.append((path + "/added", False, None, more))
        elif isinstance(value, list) and "items" in schema:
            for number, below in enumerate(value):
                places.append(("%s/%d" % (path, number), True, below, schema["items"]))
                self._places(below, schema["items"], "%s/%d" % (path, number), places)
            places.append((path + "/-", False, None, schema["items"]))
            if value:
                places.append((path + "/-", False, value[0], {"const": self._random.choice(value)}))

    def _operation(self, path, there, value, schema):
        if there and self._random.random() < 0.2:
            return {"op": "remove", "path": path}
        drawn = self._value(schema, path.rsplit("/", 1)[1], 0)
        return {"op": "replace" if there else "add", "path": path, "value": drawn}

    def _value(self, schema, name, depth):
        if "const" in schema:
            return schema["const"]
        schema = self._resolved(schema)
        choose = self._random.choice
        if "enum" in schema:
            return choose(schema["enum"] + ["Bogus"])
        if schema.get("x-kubernetes-int-or-string") or schema.get("format") == "int-or-string":
            return choose(AMOUNTS if name in ("cpu", "memory", "storage", "size", "added") else BOTH)
        kind = schema.get("type")
        if kind == "boolean":
            return choose([True, False])
        if kind in ("integer", "number"):
            return choose(NUMBERS)
        if kind == "string":
            return choose(AMOUNTS if name in ("cpu", "memory", "storage") else TEXTS)
        if kind == "array":
            return [self._value(schema["items"], name, depth + 1) for _ in range(choose([0, 1, 1, 2]))] if depth < DEPTH else []
        if "properties" in schema:
            return self._object(schema, depth)
        if isinstance(schema.get("additionalProperties"), dict):
            return {choose(["cpu", "memory", "example.com/a"]): self._value(schema["additionalProperties"], name, depth + 1)}
        if "oneOf" in schema:
            return choose(AMOUNTS)
        return {}

    def _object(self, schema, depth):
        drawn = {}
        for name, below in schema["properties"].items():
            if name in schema.get("required", []) or (depth < DEPTH and self._random.random() < 0.25 / (depth + 1) + 0.05):
                drawn[name] = self._value(below, name, depth + 1)
        return drawn

    def _resolved(self, schema):
        while "$ref" in schema or "allOf" in schema:
            if "$ref" in schema:
                schema = self._table[schema["$ref"].rsplit("/", 1)[1]]
            else:
                schema = {**schema, **self._resolved(schema["allOf"][0])}
                schema.pop("allOf")
        return schema
