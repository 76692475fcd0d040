"""Holds YAML files against JSON Schemas: validate.py SCHEMA FILE [SCHEMA FILE ...]

Prints a line for each file: how many errors, and the first. Reads YAML as editors do: version 1.2, in which a date is a text.
"""
import json, sys

import jsonschema, yaml


class Loader(yaml.SafeLoader):
    pass


# YAML 1.1 also takes dates, `no` and `12:30` for something else than texts.
Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if not tag.endswith((":timestamp", ":bool", ":int"))]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", __import__("re").compile("^(true|false)$"), list("tf"))
Loader.add_implicit_resolver("tag:yaml.org,2002:int", __import__("re").compile("^[-+]?[0-9]+$"), list("-+0123456789"))

arguments = sys.argv[1:]
for schema, file in zip(arguments[::2], arguments[1::2]):
    with open(schema) as text:
        validator = jsonschema.Draft202012Validator(json.load(text))
    validator.check_schema(validator.schema)
    with open(file) as text:
        errors = list(validator.iter_errors(yaml.load(text, Loader)))
    first = errors[0] if errors else None
    print(len(errors), first and "/".join(map(str, first.absolute_path)), first and first.message[:200])
