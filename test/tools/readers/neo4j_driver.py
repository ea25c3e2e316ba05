"""Loads graph.cypher into an empty Neo4j through its Python driver, reads the graph back, and prints what is there as JSON."""
import json
import re
import sys
import urllib.request
from importlib.metadata import version

from neo4j import GraphDatabase, Query

base, uri, user, password, queries = sys.argv[1:6]
script = urllib.request.urlopen(f"{base}/export/graph.cypher").read().decode()
auth = (user, password) if password else None
starters = re.findall(r"```cypher\n(.*?)```", open(queries, encoding="utf-8").read(), re.S)
with GraphDatabase.driver(uri, auth=auth) as driver, driver.session() as session:
    session.run("MATCH (n) DETACH DELETE n").consume()
    for statement in script.split(";\n"):
        if statement.strip():
            session.run(Query(statement)).consume()
    one = lambda text: session.run(Query(text)).single()[0]
    seen = {
        "version": version("neo4j"),
        "nodes": one("MATCH (n) RETURN count(n)"),
        "relationships": one("MATCH ()-[r]->() RETURN count(r)"),
        "entities": one("MATCH (n:Entity) RETURN count(n)"),
        "gifts": [r.data() for r in session.run("MATCH (p:Person)-[:GAVE]->(g:Gift)-[:GIVEN_TO]->(q:Person) RETURN p.name AS giver, g.name AS gift, q.name AS recipient ORDER BY g.id")],
        "nasty": one("MATCH (n:Person {id: 'person:nasty'}) RETURN n.name"),
        "texts": one("MATCH (s:Sentence) RETURN count(s.text)"),
        "starters": [len(list(session.run(Query(text)))) for text in starters],
    }
    session.run("MATCH (n) DETACH DELETE n").consume()
print(json.dumps(seen))
