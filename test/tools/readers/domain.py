"""Reads every file of a graph with the tools that it is for, and prints as JSON what each knows of one thing."""
import json
import sys
import urllib.request

import networkx
import rdflib
from followthemoney import model

base, folder, wanted = sys.argv[1:4]


def fetched(file):
    path = f"{folder}/{file}"
    urllib.request.urlretrieve(f"{base}/export/{file}", path)
    return path


def of_graph(graph):
    node = dict(graph.nodes[wanted])
    edges = sorted([s, d.get("type"), t] for s, t, d in graph.edges(data=True) if wanted in (s, t))
    return {"type": node["type"], "label": node["label"], "start": node.get("start_date"), "edges": edges}


def of_rdf(file, kind):
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(fetched(file), format=kind)
    subject = rdflib.URIRef(f"{base}/id/{wanted.replace(':', '/')}")
    short = lambda term: str(term).replace(base, "").replace("https://schema.org/", "schema:")
    return sorted([short(p), short(o)] for p, o in {(p, o) for _, p, o, _ in dataset.quads((subject, None, None, None))})


def of_ftm():
    entities = [json.loads(line) for line in open(fetched("entities.ftm.json"), encoding="utf-8")]
    for entity in entities:
        model.get(entity["schema"]).validate(entity)
    key = wanted.replace(":", ".")
    found = next(entity for entity in entities if entity["id"] == key)
    known = model.get(found["schema"]).properties
    lost = [name for name in found["properties"] if name not in known]
    links = sorted(e["properties"]["role"][0] for e in entities if key in e["properties"].get("subject", []))
    return {"schema": found["schema"], "properties": found["properties"], "lost": lost, "links": links}


print(json.dumps({
    "gexf": of_graph(networkx.read_gexf(fetched("graph.gexf"))),
    "graphml": of_graph(networkx.read_graphml(fetched("graph.graphml"), force_multigraph=True)),
    "turtle": of_rdf("graph.ttl", "turtle"),
    "jsonld": of_rdf("graph.jsonld", "json-ld"),
    "ftm": of_ftm(),
}))
