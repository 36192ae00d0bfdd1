"""A served register whose answers are held against docs/openapi.yaml."""

import yaml
from jsonschema import Draft202012Validator

from serving import ServeTest
from support import SOURCE

DESCRIPTION = SOURCE / "docs/openapi.yaml"


class StrictLoader(yaml.SafeLoader):
    """A name that stands twice is a mistake, not the last one."""

    def construct_mapping(self, node, deep=False):
        names = [self.construct_object(key) for key, _ in node.value]
        if len(names) != len(set(names)):
            raise ValueError(f"a name stands twice in {sorted(map(str, names))}")
        return super().construct_mapping(node, deep)


def description():
    return yaml.load(DESCRIPTION.read_text(encoding="utf-8"), StrictLoader)


class Described(ServeTest):
    def setUp(self):
        super().setUp()
        self.description = description()

    def check(self, operation, status, value):
        """`value` has the shape that the description promises of this operation."""
        for methods in self.description["paths"].values():
            for method in methods.values():
                if isinstance(method, dict) and method.get("operationId") == operation:
                    answers = method["responses"]
        answer = answers.get(str(status), answers["default"])
        if "$ref" in answer:
            answer = self.description["components"]["responses"][answer["$ref"].rpartition("/")[2]]
        schema = dict(answer["content"]["application/json"]["schema"])
        schema["components"] = self.description["components"]
        problems = [f"{list(e.absolute_path)}: {e.message[:300]}"
                    for e in Draft202012Validator(schema).iter_errors(value)]
        self.assertEqual(problems, [], operation)
        return value

    def see(self, operation, path, **more):
        return self.check(operation, 200, self.get(path, **more))
