"""Asks GraphQL with the gql client and its own copy of the schema, and checks the description of the GET routes."""
import json
import sys
import urllib.request
from importlib.metadata import version

import pandas
from gql import Client, gql
from gql.transport.requests import RequestsHTTPTransport
from openapi_spec_validator import validate

base = sys.argv[1]
client = Client(transport=RequestsHTTPTransport(url=f"{base}/graphql"), fetch_schema_from_transport=True)
with client as session:
    types = len(client.schema.type_map)
    answer = session.execute(gql('{ gifts(from: "Putin", to: "Kim") { nodes { id name item date { edtf } during { name } } } }'))
frame = pandas.json_normalize(answer["gifts"]["nodes"])
described = json.load(urllib.request.urlopen(f"{base}/openapi.json"))
validate(described)
failed = []
for path in described["paths"]:
    url = base + path.replace("{id}", "person:vladimir-putin")
    try:
        response = urllib.request.urlopen(url)
        kinds = list(described["paths"][path]["get"]["responses"]["200"]["content"])
        if response.headers.get_content_type() not in kinds:
            failed.append([path, response.headers.get_content_type(), kinds])
    except Exception as error:
        failed.append([path, str(error)])
print(json.dumps({"gql": version("gql"), "types": types, "columns": list(frame.columns), "rows": len(frame),
                  "openapi": version("openapi-spec-validator"), "paths": len(described["paths"]), "failed": failed}))
