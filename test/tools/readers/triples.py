"""Reads an RDF file with rdflib and prints its triples as JSON: subject, predicate, object, whether that is an address."""
import json
import sys

import rdflib
from rdflib import RDF, SDO

path, kind = sys.argv[1:3]
dataset = rdflib.Dataset(default_union=True)
dataset.parse(path, format=kind)
short = lambda p: "a" if p == RDF.type else str(p).replace(str(SDO._NS), "schema:")
print(json.dumps([[str(s), short(p), str(o), isinstance(o, rdflib.URIRef)] for s, p, o, _ in sorted(dataset.quads())]))
