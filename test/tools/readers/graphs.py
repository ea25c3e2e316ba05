"""Reads the graph files with NetworkX, python-igraph and lxml, and prints what they saw as JSON."""
import json
import os
import sys
import urllib.request
import warnings

import igraph
import lxml.etree
import networkx

base, folder = sys.argv[1:3]
warnings.simplefilter("error")
seen = {"versions": {"networkx": networkx.__version__, "igraph": igraph.__version__, "lxml": lxml.etree.__version__}}
for file in ["graph.gexf", "graph-1.2.gexf", "graph.graphml"]:
    urllib.request.urlretrieve(f"{base}/export/{file}", f"{folder}/{file}")
    lxml.etree.parse(f"{folder}/{file}", lxml.etree.XMLParser(recover=False))
urllib.request.urlretrieve(f"{base}/export/types=Person,Gift/graph.gexf", f"{folder}/part.gexf")


def described(graph):
    return {
        "nodes": graph.number_of_nodes(),
        "edges": graph.number_of_edges(),
        "directed": graph.is_directed(),
        "ids": sorted(graph.nodes),
        "nasty": graph.nodes["person:nasty"] if "person:nasty" in graph else None,
        "gave": sorted([s, t, d.get("type") or d.get("kind")] for s, t, d in graph.edges(data=True)
                       if (d.get("type") or "").startswith("GAVE")),
        "unsourced": sum(1 for _, _, d in graph.edges(data=True) if d["basis"] != "BACKGROUND" and not d.get("source_url")),
        "roles": sorted(d["type"] for s, t, d in graph.edges(data=True) if (s, t) == ("person:nasty", "event:year")),
    }


seen["gexf"] = described(networkx.read_gexf(f"{folder}/graph.gexf"))
seen["gexf12"] = described(networkx.read_gexf(f"{folder}/graph-1.2.gexf"))
seen["graphml"] = described(networkx.read_graphml(f"{folder}/graph.graphml", force_multigraph=True))
part = networkx.read_gexf(f"{folder}/part.gexf")
seen["part"] = {"nodes": part.number_of_nodes(), "edges": part.number_of_edges(),
                "types": sorted({d["type"] for _, d in part.nodes(data=True)})}
urllib.request.urlretrieve(f"{base}/export/projection=persons/graph.gexf", f"{folder}/people.gexf")
people = networkx.read_gexf(f"{folder}/people.gexf")
seen["people"] = {"nodes": people.number_of_nodes(), "weights": sorted([s, t, d["weight"]] for s, t, d in people.edges(data=True)),
                  "given": dict(people.out_degree(weight="weight"))}
g = igraph.Graph.Read_GraphML(f"{folder}/graph.graphml")
seen["igraph"] = {
    "nodes": g.vcount(), "edges": g.ecount(), "directed": g.is_directed(), "ids": sorted(g.vs["id"]),
    "edge ids": sorted(g.es["edge_id"]), "weights": sorted(set(g.es["weight"])),
    "nasty": g.vs.find(id="person:nasty")["label"] if "person:nasty" in g.vs["id"] else None,
    "quantity": [v["quantity"] for v in g.vs if v["id"] == "gift:made-up"],
}
schemas = [lxml.etree.RelaxNG(lxml.etree.parse(os.path.join(os.path.dirname(__file__), "gexf-1.3.rng")))]
if os.environ.get("GEXF_XSD"):
    schemas.append(lxml.etree.XMLSchema(lxml.etree.parse(os.environ["GEXF_XSD"])))
seen["schemas"] = []
for schema in schemas:
    schema.validate(lxml.etree.parse(f"{folder}/graph.gexf"))
    seen["schemas"].append([str(e) for e in schema.error_log][:5])
print(json.dumps(seen, default=str))
