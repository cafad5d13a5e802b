# Paragraphs: wrapping at spaces, hyphens and dashes; indentation; what does not fit.
import random
import textwrap

TEXT = "The quick-brown fox -- it's said -- jumped over the e-mail's lazy well-known co-op-erative dog. \"Did it?\" Yes! It did.  (See a-b-c and --option.)"
for width in [1, 5, 12, 30, 70]:
    print(textwrap.wrap(TEXT, width))
    print(textwrap.wrap(TEXT, width, break_long_words=False, break_on_hyphens=False))
print(textwrap.fill(TEXT, 40, initial_indent="* ", subsequent_indent="  ", fix_sentence_endings=True))
print(
    textwrap.wrap("", 10),
    textwrap.wrap("   ", 10),
    textwrap.wrap(" a  b ", 10),
    textwrap.wrap("a\tb\nc", 20),
    textwrap.wrap("a\tb\nc", 20, expand_tabs=False, replace_whitespace=False),
    textwrap.wrap("a b", 3, drop_whitespace=False),
)
print(
    textwrap.wrap(TEXT, 30, max_lines=2),
    textwrap.wrap(TEXT, 30, max_lines=3, placeholder="…"),
    textwrap.shorten(TEXT, 25),
    textwrap.shorten("a  b", 10),
    textwrap.shorten("Hello world", 5, placeholder="."),
    textwrap.shorten("", 5),
)
for width, lines in [(0, None), (3, 1)]:
    try:
        textwrap.wrap("some words", width, max_lines=lines)
    except ValueError as error:
        print(error)
wrapper = textwrap.TextWrapper(width=20, initial_indent="> ")
print(wrapper.wrap("é" * 25 + " 日本語 words"), wrapper.fill("one two three four five"), wrapper.width)
wrapper.width = 10
print(wrapper.wrap("one two three"))
for text in ["", "\n", "  a\n  b", "  a\n    b\n", "\ta\n\tb", "\ta\n  b", "    a\n\n  \n    b\n", "a\n  b", "  \n\t\n", "  a\r\n  b"]:
    print(repr(textwrap.dedent(text)), repr(textwrap.indent(text, "> ")), repr(textwrap.indent(text, "+", lambda line: True)))

pieces = random.Random(5)
for _ in range(150):
    text = "".join(
        pieces.choice(
            [
                "a",
                "word ",
                "--",
                "-",
                " ",
                "  ",
                "re-use",
                "é",
                "1",
                "don't.",
                "end. ",
                'q" ',
                "\n",
                "\t",
                "...",
                "(a-b)",
                "e.g. ",
                "-a-b-c-",
            ]
        )
        for _ in range(pieces.randrange(14))
    )
    width = pieces.choice([3, 5, 8, 10, 20])
    print(
        textwrap.wrap(text, width),
        textwrap.wrap(text, width, break_long_words=False, fix_sentence_endings=True, drop_whitespace=False),
        textwrap.wrap(text, width + 5, max_lines=2),
    )
