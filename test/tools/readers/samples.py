"""Runs the Python samples of a document against a service, in an empty folder, and prints what each printed or gave."""
import ast
import contextlib
import io
import json
import os
import re
import sys
import tempfile
import urllib.request

import duckdb

base, *paths = sys.argv[1:]
results = {}
for path in paths:
    text = open(path, encoding="utf-8").read().replace("http://127.0.0.1:4000", base)
    os.chdir(tempfile.mkdtemp())
    names = {}
    for number, code in enumerate(re.findall(r"```python\n(.*?)```", text, re.S)):
        *statements, last = ast.parse(code).body
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(ast.Module(statements, []), path, "exec"), names)
            if isinstance(last, ast.Expr):
                value = eval(compile(ast.Expression(last.value), path, "eval"), names)
                if value is not None:
                    print(value)
            else:
                exec(compile(ast.Module([last], []), path, "exec"), names)
        results[f"{os.path.basename(path)} {number}"] = out.getvalue()
    for number, code in enumerate(re.findall(r"```sql\n(.*?)```", text, re.S)):
        # What DuckDB reads over HTTP it reads from a file as well; the extension for HTTP is a download of its own.
        for url in sorted(set(re.findall(r"http://[^']+", code))):
            urllib.request.urlretrieve(url, url.rsplit("/", 1)[1])
            code = code.replace(url, url.rsplit("/", 1)[1])
        results[f"{os.path.basename(path)} sql {number}"] = len(duckdb.sql(code).fetchall())
    sizes = {name: len(value) for name, value in names.items() if type(value).__name__ in ("DataFrame",)}
    sizes |= {name: [value.number_of_nodes(), value.number_of_edges()] for name, value in names.items() if type(value).__name__ == "MultiDiGraph"}
    results[os.path.basename(path)] = sizes
print(json.dumps(results, default=str))
