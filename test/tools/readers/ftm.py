"""Reads FollowTheMoney entities by the model's own rules, and prints what was lost as JSON."""
import json
import sys
import urllib.request
from collections import Counter
from importlib.metadata import version

from followthemoney import model

base = sys.argv[1]
lines = urllib.request.urlopen(f"{base}/export/entities.ftm.json").read().decode().splitlines()
lost, invalid, dangling, missing, schemata = [], [], [], [], Counter()
entities = [json.loads(line) for line in lines]
ids = {e["id"] for e in entities}
for entity in entities:
    schemata[entity["schema"]] += 1
    schema = model.get(entity["schema"])
    try:
        schema.validate(entity)
    except Exception as error:
        invalid.append([entity["id"], str(error)])
    for name, values in entity["properties"].items():
        prop = schema.properties.get(name)
        if prop is None:
            lost.append([entity["id"], name, "no such property"])
        elif prop.type.name == "entity":
            dangling += [[entity["id"], name, v] for v in values if v not in ids]
            wrong = [v for v in values if v in ids and not model.get(next(e["schema"] for e in entities if e["id"] == v)).is_a(prop.range)]
            lost += [[entity["id"], name, v, "of a wrong schema"] for v in wrong]
    proxy = model.get_proxy(entity, cleaned=False)
    for name, values in entity["properties"].items():
        if name in schema.properties:
            clean = [proxy.schema.get(name).type.clean(v, proxy=proxy) for v in values]
            if sorted(c for c in clean if c) != sorted(values):
                lost.append([entity["id"], name, values, clean])
    missing += [[entity["id"], p.name] for p in schema.properties.values() if p.name in schema.required and not entity["properties"].get(p.name)]
gifts = [e["id"] for e in entities if e["schema"] == "Asset"]
links = [[e["properties"]["subject"][0], e["properties"]["role"][0], e["properties"]["object"][0]] for e in entities if e["schema"] == "UnknownLink"]
dates = {e["id"].split("-7c-")[1]: sorted(set(e["properties"]) & {"date", "startDate", "endDate"}) for e in entities
         if "-7c-gift.2023-putin-kim-rifle" in e["id"] and e["schema"] == "UnknownLink"}
countries = {e["id"]: e["properties"].get("country", []) for e in entities if e["schema"] in ("Address", "Event", "Position")}
print(json.dumps({"countries": countries, "dates": dates, "version": version("followthemoney"), "entities": len(entities), "schemata": schemata, "duplicates": len(entities) - len(ids),
                  "lost": lost, "invalid": invalid, "dangling": dangling, "missing": missing,
                  "gifts": gifts, "links": links,
                  "unproved": [e["id"] for e in entities if e["schema"] == "UnknownLink" and not e["properties"].get("proof")]}))
