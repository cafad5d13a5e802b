"""`html.escape`."""

import html
from html import escape

for text in ("", "plain", '<a href="x">it\'s & &amp;</a>', "é <日本>", "''\"\""):
    print(escape(text), html.escape(text, quote=False), escape(text, False))
