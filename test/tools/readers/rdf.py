"""Reads the RDF files with rdflib, compares them, and prints what was found as JSON."""
import json
import sys
import urllib.request

import rdflib
from rdflib import PROV, RDF, SDO, SKOS, TIME
from rdflib.compare import isomorphic

base, public = sys.argv[1:3]
get = lambda file: urllib.request.urlopen(f"{base}/export/{file}").read().decode()
turtle = rdflib.Graph().parse(data=get("graph.ttl"), format="turtle")
jsonld = rdflib.Graph().parse(data=get("graph.jsonld"), format="json-ld")
trig = rdflib.Dataset(default_union=False)
trig.parse(data=get("graph.trig"), format="trig")
spaces = [SDO, PROV, SKOS, TIME]
# Web Annotation, nanopublications, statements of RDF itself, and what has no name but in our schema.
others = [("http://www.w3.org/ns/oa#", {"hasSource", "hasSelector", "start", "end", "SpecificResource", "TextPositionSelector"}),
          ("http://www.nanopub.org/nschema#", {"Nanopublication", "hasAssertion", "hasProvenance", "hasPublicationInfo"}),
          (str(RDF), {"type", "Statement", "subject", "predicate", "object"})]
schema = urllib.request.urlopen(f"{base}/schema.graphql").read().decode()


def known(term):
    for space in spaces:
        if str(term).startswith(str(space._NS if hasattr(space, "_NS") else space)):
            return str(term)[len(str(space._NS)):] in space
    for space, names in others:
        if str(term).startswith(space):
            return str(term)[len(space):] in names
    # A word of our own is one that the schema, or a statement about one of its facts, has.
    own = f"{public}/schema.graphql#"
    return str(term).startswith(own) and (str(term)[len(own):] in schema or str(term)[len(own):] in ("qualifier", "contradictedBy"))


default = rdflib.Graph()
for s, p, o, g in trig.quads((None, None, None, None)):
    if g is None or g == rdflib.graph.DATASET_DEFAULT_GRAPH_ID:
        default.add((s, p, o))
person = json.load(urllib.request.urlopen(f"{base}/id/person/vladimir-putin"))
one = rdflib.Graph().parse(data=json.dumps(person), format="json-ld")
request = urllib.request.Request(f"{base}/id/person/vladimir-putin", headers={"accept": "text/turtle"})
other = rdflib.Graph().parse(data=urllib.request.urlopen(request).read().decode(), format="turtle")
give = [[str(turtle.value(a, SDO.agent)), str(turtle.value(a, SDO.object)), str(turtle.value(a, SDO.recipient))]
        for a in turtle.subjects(RDF.type, SDO.GiveAction)]
bad = [str(o) for o in turtle.objects() if isinstance(o, rdflib.Literal) and o.ill_typed]
print(json.dumps({
    "version": rdflib.__version__,
    "triples": len(turtle), "isomorphic": isomorphic(turtle, jsonld), "trig is turtle": isomorphic(turtle, default),
    "unknown": sorted({str(t) for t in set(turtle.predicates()) | set(turtle.objects(None, RDF.type)) if not known(t)}),
    "give": sorted(give), "ill typed": bad, "one": isomorphic(one, other), "one has": len(one),
    "attendees": sorted({str(turtle.value(r, SDO.attendee)) for r in turtle.objects(rdflib.URIRef(f"{public}/id/event/2023-putin-kim-summit"), SDO.attendee)}),
    "where": sorted({str(o) for o in turtle.objects(rdflib.URIRef(f"{public}/id/gift/2023-putin-kim-rifle#giving"), SDO.location)}),
    "claimed in": sorted(str(o) for o in turtle.objects(rdflib.URIRef(f"{public}/id/claim/oo-20230918/F17"), PROV.wasDerivedFrom)),
    "sentence": [str(turtle.value(rdflib.URIRef(f"{public}/id/sentence/oo-20230918/4"), p)) for p in (SDO.position, SDO.isPartOf)],
    "author": [str(o) for o in turtle.objects(rdflib.URIRef(f"{public}/id/article/oo-20230918"), SDO.author)],
    "languages": {who: [o.language for o in turtle.objects(rdflib.URIRef(f"{public}/id/person/{who}"), SDO.name)] for who in ("vladimir-putin", "lonely")},
    "giving here": [str(o) for o in rdflib.Graph().parse(f"{base}/id/gift/2023-putin-kim-rifle", format="json-ld").objects(rdflib.URIRef(f"{public}/id/gift/2023-putin-kim-rifle#giving"), SDO.agent)],
    "name": str(turtle.value(rdflib.URIRef(f"{public}/id/person/nasty"), SDO.name)),
    "ko": [str(n) for n in turtle.objects(None, SDO.alternateName) if n.language == "ko"],
}))
