"""Reads a dossier with a Markdown parser and prints as JSON its headings, its lines with the notes they lead to, and its notes."""
import json
import re
import sys
import urllib.request

import marko
from marko.ext.footnote import make_extension

request = urllib.request.Request(sys.argv[1], headers={"accept": "text/markdown"})
text = urllib.request.urlopen(request).read().decode()
html = marko.Markdown(extensions=[make_extension()]).convert(text)
notes = html.split('<div class="footnotes">')
plain = lambda part: re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", part)).strip()
print(json.dumps({
    "title": plain(re.search(r"<h1>(.*?)</h1>", html, re.S).group(1)),
    "headings": [plain(h) for h in re.findall(r"<h2>(.*?)</h2>", html, re.S)],
    "lines": [[plain(re.sub(r"<sup.*?</sup>", "", l)), len(re.findall("<sup", l))] for l in re.findall(r"<li>(.*?)</li>", notes[0], re.S)],
    "notes": len(re.findall(r"<li id=\"fn", html)),
    "unresolved": re.findall(r"\[\^\d+\]", html),
}))
