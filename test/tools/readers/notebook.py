"""Runs a notebook from top to bottom and prints what it showed as JSON; with a third argument, writes it there as run."""
import json
import os
import sys

import nbformat
from nbclient import NotebookClient

os.environ["ATTESTED_URL"] = sys.argv[2]
os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
notebook = nbformat.read(sys.argv[1], as_version=4)
nbformat.validate(notebook)


def shown():
    """The text that each cell shows."""
    cells = [c.get("outputs", []) for c in notebook.cells if c.cell_type == "code"]
    return ["".join(o.get("text", "") + str(o.get("data", {}).get("text/plain", "")) for o in outputs) for outputs in cells]


stored = shown()
errors = []
try:
    NotebookClient(notebook, timeout=120, kernel_name="python3", record_timing=False).execute()
except Exception as error:
    errors.append(str(error))
outputs = [o for c in notebook.cells if c.cell_type == "code" for o in c.get("outputs", [])]
pictures = [o["data"]["image/png"] for o in outputs if "image/png" in o.get("data", {})]
if len(sys.argv) > 3 and not errors:
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    nbformat.write(notebook, sys.argv[3])
print(json.dumps({"errors": errors, "shown": shown(), "stored": stored, "pictures": len(pictures)}))
