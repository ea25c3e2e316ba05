"""Asks every file, by the reader it is for, of each fact: how sure, and of each claim behind it who says so and in which sentences.

It prints {file: {fact: [status, [[claim, [who …], [sentence …]] …]]}} as JSON. A file that holds no more than the claims of a thing
gives them under the id of the thing; one that holds no ids of claims gives their texts.
"""
import csv
import io
import json
import re
import sys
import tempfile
import urllib.request
from urllib.parse import unquote

import igraph
import networkx
import rdflib
from followthemoney import model
from rdflib import PROV, RDF, SDO

base, public = sys.argv[1:3]
folder = tempfile.mkdtemp()


def fetched(path):
    file = f"{folder}/{path.split('/')[-1]}"
    urllib.request.urlretrieve(f"{base}/{path}", file)
    return file


def parts(value):
    """A list as the file has it: a list, JSON, or joined."""
    if value is None or isinstance(value, float):
        return []
    if isinstance(value, list):
        return value
    return json.loads(value) if value.startswith("[") else value.split("; ")


def cited(row):
    """The claims of a row, each with who says so and its sentences; the lists of a row are in step."""
    claims = parts(row.get("claims"))
    said = parts(row.get("attributed_to")) or [""] * len(claims)
    stated = parts(row.get("sentences")) or [""] * len(claims)
    assert len(claims) == len(said) == len(stated), row
    return {c: [c, who.split(" and ") if who else [], where.split()] for c, who, where in zip(claims, said, stated)}


def of_rows(nodes, edges):
    facts = {e["id"]: [e["status"], list(cited(e).values())] for e in edges}
    for node in nodes:
        claims = cited(node)
        told = zip(parts(node.get("facts")), parts(node.get("fact_status")), parts(node.get("fact_claims")))
        for fact, status, by in told:
            facts[fact] = [status, [claims[c] for c in by.split()]]
    return facts


def of_graph(graph, key):
    return of_rows([d for _, d in graph.nodes(data=True)], [{**d, "id": d[key]} for _, _, d in graph.edges(data=True)])


def of_igraph(graph):
    edges = [{**e.attributes(), "id": e["edge_id"]} for e in graph.es]
    blank = lambda row: {k: v or None for k, v in row.items()}
    return of_rows([blank(v.attributes()) for v in graph.vs], [blank(e) for e in edges])


def of_kumu(file):
    kumu = json.load(open(file, encoding="utf-8"))
    return of_rows(kumu["elements"], kumu["connections"])


def of_csv(path):
    rows = list(csv.DictReader(open(fetched(path), encoding="utf-8", newline="")))
    return [{k: v or None for k, v in row.items()} for row in rows]


def of_text(summary):
    """`Ada gave it. (occurred, according to Bo and Cy, sentence:a:1, sentence:a:2)`"""
    statement, inside = re.fullmatch(r"(.*) \(([^()]*(?:\([^()]*\)[^()]*)*)\)", summary, re.S).groups()
    status, *rest = inside.split(", ")
    who = [part for part in rest if part.startswith("according to ")]
    sentences = [part for part in rest if part.startswith("sentence:")]
    return [statement, [w for part in who for w in part[len("according to "):].split(" and ")], sentences]


def of_ftm(file):
    facts = {}
    for line in open(file, encoding="utf-8"):
        entity = model.get_proxy(json.loads(line))
        if entity.schema.name == "Article":
            continue
        known = entity.get("recordId", quiet=True) if entity.schema.is_a("Interval") else []
        key = known[0] if known else entity.id
        status = entity.get("status", quiet=True) if "status" in entity.schema.properties else []
        facts[key] = [status[0] if status else None, [of_text(text) for text in entity.get("summary", quiet=True)]]
    return facts


def id_of(term):
    return ":".join(unquote(step) for step in str(term)[len(f"{public}/id/"):].split("/"))


own = lambda name: rdflib.URIRef(f"{public}/schema.graphql#{name}")
first = lambda graph, s, p: next((str(o) for o in graph.objects(s, p)), None)


def of_claim(graph, claim, names):
    who = [str(first(names, w, SDO.name)) for w in graph.objects(claim, SDO.author)]
    words = [str(w) for w in graph.objects(claim, own("sourceText"))]
    return [id_of(claim), who or words, [id_of(s) for s in graph.objects(claim, PROV.wasDerivedFrom)]]


def of_turtle(file, kind):
    graph = rdflib.Graph().parse(file, format=kind)
    return {id_of(f): [first(graph, f, own("status")), [of_claim(graph, c, graph) for c in graph.objects(f, SDO.isBasedOn)]]
            for f in graph.subjects(RDF.type, RDF.Statement)}


def of_nanopubs(file):
    """By the four graphs of each nanopublication alone; names of people stand in the default graph."""
    np = rdflib.Namespace("http://www.nanopub.org/nschema#")
    trig = rdflib.Dataset(default_union=False)
    trig.parse(file, format="trig")
    facts = {}
    for pub, _, _, _ in trig.quads((None, RDF.type, np.Nanopublication, None)):
        head = trig.graph(rdflib.URIRef(f"{pub}#head"))
        graphs = {p: trig.graph(next(head.objects(pub, p))) for p in (np.hasAssertion, np.hasProvenance, np.hasPublicationInfo)}
        assert all(len(g) > 0 for g in graphs.values()), pub
        assertion, provenance, info = (next(head.objects(pub, np.hasAssertion)), graphs[np.hasProvenance], graphs[np.hasPublicationInfo])
        claims = provenance.objects(assertion, SDO.isBasedOn)
        facts[id_of(pub)] = [first(info, pub, own("status")), [of_claim(provenance, c, trig.default_graph) for c in claims]]
    return facts


def asserted(file):
    """What the default graph says of the places of events, and what the nanopublications do: for those told as real the same."""
    trig = rdflib.Dataset(default_union=False)
    trig.parse(file, format="trig")
    pairs = {True: set(), False: set()}
    for s, p, o, g in trig.quads((None, SDO.location, None, None)):
        if "#" not in str(s):
            pairs["#assertion" in str(g)].add((id_of(s), id_of(o)))
    return {"default": sorted(pairs[False]), "published": sorted(pairs[True])}


def of_timeline(file):
    told = {}
    for slide in json.load(open(file, encoding="utf-8"))["events"]:
        words = re.findall(r"<p>([^<]*?)(?: \(([^()]*)\))?</p>", slide["text"]["text"])
        told[slide["unique_id"]] = [[text, inside] for text, inside in words]
    return told


def rows_found(file):
    """What the query of an analyst finds: which sentence says that this was given."""
    query = open(sys.argv[3], encoding="utf-8").read()
    return sorted({(str(f), id_of(x)) for f, p, x in rdflib.Graph().parse(file).query(query) if p == PROV.wasDerivedFrom})


ttl, trig = fetched("export/graph.ttl"), fetched("export/graph.trig")
print(json.dumps({
    "graph.gexf": of_graph(networkx.read_gexf(fetched("export/graph.gexf")), "id"),
    "graph-1.2.gexf": of_graph(networkx.read_gexf(fetched("export/graph-1.2.gexf")), "id"),
    "graph.graphml": of_graph(networkx.read_graphml(fetched("export/graph.graphml"), force_multigraph=True), "edge_id"),
    "graph.graphml by igraph": of_igraph(igraph.Graph.Read_GraphML(f"{folder}/graph.graphml")),
    "kumu.json": of_kumu(fetched("export/kumu.json")),
    "graph.ttl": of_turtle(ttl, "turtle"),
    "graph.jsonld": of_turtle(fetched("export/graph.jsonld"), "json-ld"),
    "graph.trig": of_nanopubs(trig),
    "nodes.csv and edges.csv": of_rows(of_csv("tables/nodes.csv"), of_csv("tables/edges.csv")),
    "facts.csv": of_rows([], of_csv("tables/facts.csv")),
    "entities.ftm.json": of_ftm(fetched("export/entities.ftm.json")),
    "timeline.json": of_timeline(fetched("export/timeline.json")),
    "asserted": asserted(trig),
    "given": rows_found(ttl),
}))
