"""Reads RDF files with rdflib and prints the triples of each as JSON: subject, predicate, object, whether that is an address."""
import json
import sys

import rdflib
from rdflib import RDF, SDO

kind, *paths = sys.argv[1:]
short = lambda p: "a" if p == RDF.type else str(p).replace(str(SDO._NS), "schema:")


def triples(path):
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(path, format=kind)
    return [[str(s), short(p), str(o), isinstance(o, rdflib.URIRef)] for s, p, o, _ in sorted(dataset.quads())]


print(json.dumps([triples(path) for path in paths]))
