"""Holds Kubernetes objects against the schema of their kinds: validate.py kubernetes.json FILE.yaml...

Prints what is wrong, a line each, and how many objects there were; ends with 1 where anything is wrong.
"""

import json
import sys

import jsonschema
import yaml

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
objects = wrong = 0
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        for value in yaml.safe_load_all(file):
            objects += 1
            kind = value.get("kind")
            if kind not in schema["kinds"]:
                print(f"{path}: no schema for the kind {kind}")
                wrong += 1
                continue
            rules = {"$defs": schema["$defs"], **schema["kinds"][kind]}
            for error in jsonschema.Draft202012Validator(rules).iter_errors(value):
                print(f"{path}: {kind} {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
                wrong += 1
print(f"{objects} objects")
sys.exit(1 if wrong else 0)
