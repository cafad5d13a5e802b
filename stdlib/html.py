"""Texts in HTML."""

__all__ = ["escape"]


def escape(s: str, quote: bool = True) -> str:
    """Write the characters that mean something in HTML as what stands for them.

    >>> escape('<a href="x">&</a>')
    '&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;'
    """
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s
