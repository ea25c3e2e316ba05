"""Reads the dates of events in GEXF, Turtle, FollowTheMoney and CSV by the readers of each, and prints them by id as JSON."""
import io
import json
import sys
import urllib.request

import networkx
import pandas
import rdflib
from followthemoney import model
from rdflib import SDO

base, public = sys.argv[1:3]
get = lambda path: urllib.request.urlopen(f"{base}{path}").read().decode()

gexf = networkx.read_gexf(io.BytesIO(get("/export/graph.gexf").encode()))
# rdflib would write 2023 as 2023-01-01.
rdflib.NORMALIZE_LITERALS = False
turtle = rdflib.Graph().parse(data=get("/export/graph.ttl"), format="turtle")
entities = {e["id"]: model.get_proxy(e) for e in map(json.loads, get("/export/entities.ftm.json").splitlines())}
table = pandas.read_csv(io.StringIO(get("/tables/events.csv")), dtype=str, keep_default_na=False, index_col="id")
days = pandas.read_csv(io.StringIO(get("/tables/events.csv")), parse_dates=["start_date", "end_date"], index_col="id")


def typed(subject, predicate):
    found = turtle.value(rdflib.URIRef(subject), predicate)
    if found is None:
        return None
    return {"type": str(found.datatype).replace("http://www.w3.org/2001/XMLSchema#", "xsd:"), "value": str(found)}


def read(id):
    entity = entities[id.replace(":", ".")]
    node = gexf.nodes[id]
    address = f"{public}/id/{id.replace(':', '/')}"
    day = lambda value: None if pandas.isna(value) else value.strftime("%Y-%m-%d").zfill(10)
    return {
        "gexf": {"start": node.get("start"), "end": node.get("end")},
        "rdf": {"startDate": typed(address, SDO.startDate), "endDate": typed(address, SDO.endDate)},
        "ftm": {name: next(iter(entity.get(name)), None) for name in ("startDate", "endDate")},
        "table": {"start": table.loc[id]["start_date"] or None, "end": table.loc[id]["end_date"] or None,
                  "words": table.loc[id]["date_words"]},
        "days": [day(days.loc[id][name]) if days[name].dtype.kind == "M" else None for name in ("start_date", "end_date")],
    }


print(json.dumps({id: read(id) for id in gexf.nodes if id.startswith("event:")}))
