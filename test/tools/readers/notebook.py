"""Runs a notebook from top to bottom and prints what it showed as JSON."""
import json
import os
import sys

import nbformat
from nbclient import NotebookClient

os.environ["ATTESTED_URL"] = sys.argv[2]
os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
notebook = nbformat.read(sys.argv[1], as_version=4)
nbformat.validate(notebook)
errors = []
try:
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
except Exception as error:
    errors.append(str(error))
outputs = [o for c in notebook.cells if c.cell_type == "code" for o in c.get("outputs", [])]
text = "\n".join(o.get("text", "") + str(o.get("data", {}).get("text/plain", "")) for o in outputs)
print(json.dumps({"errors": errors, "text": text, "pictures": sum("image/png" in o.get("data", {}) for o in outputs)}))
