"""Paragraphs of text: lines of a width, indentation."""

__all__ = ["TextWrapper", "dedent", "fill", "indent", "shorten", "wrap"]

_SPACES = "\t\n\x0b\x0c\r "


class TextWrapper:
    """Makes lines of a width.

    >>> TextWrapper(width=10).wrap("the quick brown fox")
    ['the quick', 'brown fox']
    """

    width: int
    initial_indent: str
    subsequent_indent: str
    expand_tabs: bool
    replace_whitespace: bool
    fix_sentence_endings: bool
    break_long_words: bool
    drop_whitespace: bool
    break_on_hyphens: bool
    tabsize: int
    max_lines: int | None
    placeholder: str

    def __init__(
        self,
        width: int = 70,
        initial_indent: str = "",
        subsequent_indent: str = "",
        expand_tabs: bool = True,
        replace_whitespace: bool = True,
        fix_sentence_endings: bool = False,
        break_long_words: bool = True,
        drop_whitespace: bool = True,
        break_on_hyphens: bool = True,
        tabsize: int = 8,
        *,
        max_lines: int | None = None,
        placeholder: str = " [...]",
    ) -> None:
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def wrap(self, text: str) -> list[str]:
        """Give the lines of a paragraph."""
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = "".join([" " if letter in _SPACES else letter for letter in text])
        chunks = self._chunks(text)
        if self.fix_sentence_endings:
            widen_sentences(chunks)
        return self._lines(chunks)

    def fill(self, text: str) -> str:
        """Give the lines of a paragraph as one text."""
        return "\n".join(self.wrap(text))

    # Where lines may end

    def _chunks(self, text: str) -> list[str]:
        """Take a text apart where lines may end: into words and the spaces between them."""
        chunks: list[str] = []
        place = 0
        while place < len(text):
            end = place
            if text[place] in _SPACES:
                while end < len(text) and text[end] in _SPACES:
                    end += 1
                chunks.append(text[place:end])
            else:
                while end < len(text) and text[end] not in _SPACES:
                    end += 1
                if self.break_on_hyphens:
                    chunks.extend(parts_of_word(text[place:end]))
                else:
                    chunks.append(text[place:end])
            place = end
        return chunks

    def _lines(self, chunks: list[str]) -> list[str]:
        """Put chunks together to lines."""
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        limit = self.max_lines
        if limit is not None:
            first = self.subsequent_indent if limit > 1 else self.initial_indent
            if len(first) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines: list[str] = []
        chunks = chunks[::-1]
        while len(chunks) > 0:
            indent = self.subsequent_indent if len(lines) > 0 else self.initial_indent
            width = self.width - len(indent)
            line: list[str] = []
            size = 0
            if self.drop_whitespace and chunks[-1].strip() == "" and len(lines) > 0:
                chunks.pop()
            while len(chunks) > 0 and size + len(chunks[-1]) <= width:
                size += len(chunks[-1])
                line.append(chunks.pop())
            if len(chunks) > 0 and len(chunks[-1]) > width:
                self._break_word(chunks, line, size, width)
                size = sum([len(chunk) for chunk in line])
            if self.drop_whitespace and len(line) > 0 and line[-1].strip() == "":
                size -= len(line.pop())
            if len(line) == 0:
                continue
            is_last = len(chunks) == 0 or (self.drop_whitespace and len(chunks) == 1 and chunks[0].strip() == "")
            if limit is None or len(lines) + 1 < limit or (is_last and size <= width):
                lines.append(indent + "".join(line))
            else:
                self._shorten(lines, line, size, indent, width)
                break
        return lines

    def _break_word(self, chunks: list[str], line: list[str], size: int, width: int) -> None:
        """Put the first part of a word that is too long on a line, or all of it on one of its own."""
        room = 1 if width < 1 else width - size
        if self.break_long_words:
            word = chunks[-1]
            end = room
            if self.break_on_hyphens and len(word) > room:
                hyphen = word.rfind("-", 0, room)
                if hyphen > 0 and word[:hyphen].strip("-") != "":
                    end = hyphen + 1
            line.append(word[:end])
            chunks[-1] = word[end:]
        elif len(line) == 0:
            line.append(chunks.pop())

    def _shorten(self, lines: list[str], line: list[str], size: int, indent: str, width: int) -> None:
        """End with the placeholder, for which words may have to go."""
        while len(line) > 0:
            if line[-1].strip() != "" and size + len(self.placeholder) <= width:
                lines.append(indent + "".join(line) + self.placeholder)
                return
            size -= len(line.pop())
        if len(lines) > 0:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())


def is_word_letter(letter: str) -> bool:
    """Say whether a word may begin or end with a letter."""
    return letter.isalnum() or letter in "_!\"'&.,?"


def parts_of_word(word: str) -> list[str]:
    """Take a word apart behind hyphens, and before dashes that stand between words."""
    parts: list[str] = []
    start = 0
    place = 0
    while place < len(word):
        if word[place] != "-":
            place += 1
            continue
        end = place
        while end < len(word) and word[end] == "-":
            end += 1
        before = word[place - 1] if place > 0 else ""
        if end - place >= 2:
            if place > start and is_word_letter(before) and end < len(word) and is_letter(word[end]):
                parts.append(word[start:place])
                parts.append(word[place:end])
                start = end
        elif is_hyphenated(word, start, place):
            parts.append(word[start:end])
            start = end
        place = end
    if start < len(word):
        parts.append(word[start:])
    return parts


def is_letter(letter: str) -> bool:
    """Say whether something is a letter, a digit or an underscore."""
    return letter.isalnum() or letter == "_"


def has_letters(word: str, *places: int) -> bool:
    """Say whether there are letters or underscores at some places."""
    for place in places:
        if not 0 <= place < len(word) or word[place].isdecimal() or not is_letter(word[place]):
            return False
    return True


def is_hyphenated(word: str, start: int, place: int) -> bool:
    """Say whether a line may end behind a hyphen: there are two letters on both sides, which other hyphens may part."""
    if place == start:
        return False
    before = has_letters(word, place - 1, place - 2)
    if not before and place >= 3 and word[place - 2] == "-":
        before = has_letters(word, place - 1, place - 3)
    behind = has_letters(word, place + 1, place + 2)
    if not behind and word[place + 2 : place + 3] == "-":
        behind = has_letters(word, place + 1, place + 3)
    return before and behind


def widen_sentences(chunks: list[str]) -> None:
    """Put two spaces between sentences."""
    place = 0
    while place < len(chunks) - 1:
        if chunks[place + 1] == " " and ends_sentence(chunks[place]):
            chunks[place + 1] = "  "
            place += 2
        else:
            place += 1


def ends_sentence(word: str) -> bool:
    """Say whether a word ends with a small letter and a mark, and maybe a quote."""
    bare = word[:-1] if word.endswith(('"', "'")) else word
    return len(bare) >= 2 and bare[-1] in ".!?" and "a" <= bare[-2] <= "z"


def wrap(
    text: str,
    width: int = 70,
    *,
    initial_indent: str = "",
    subsequent_indent: str = "",
    expand_tabs: bool = True,
    replace_whitespace: bool = True,
    fix_sentence_endings: bool = False,
    break_long_words: bool = True,
    drop_whitespace: bool = True,
    break_on_hyphens: bool = True,
    tabsize: int = 8,
    max_lines: int | None = None,
    placeholder: str = " [...]",
) -> list[str]:
    """Give the lines of a paragraph."""
    wrapper = TextWrapper(
        width,
        initial_indent,
        subsequent_indent,
        expand_tabs,
        replace_whitespace,
        fix_sentence_endings,
        break_long_words,
        drop_whitespace,
        break_on_hyphens,
        tabsize,
        max_lines=max_lines,
        placeholder=placeholder,
    )
    return wrapper.wrap(text)


def fill(
    text: str,
    width: int = 70,
    *,
    initial_indent: str = "",
    subsequent_indent: str = "",
    expand_tabs: bool = True,
    replace_whitespace: bool = True,
    fix_sentence_endings: bool = False,
    break_long_words: bool = True,
    drop_whitespace: bool = True,
    break_on_hyphens: bool = True,
    tabsize: int = 8,
    max_lines: int | None = None,
    placeholder: str = " [...]",
) -> str:
    """Give the lines of a paragraph as one text."""
    wrapper = TextWrapper(
        width,
        initial_indent,
        subsequent_indent,
        expand_tabs,
        replace_whitespace,
        fix_sentence_endings,
        break_long_words,
        drop_whitespace,
        break_on_hyphens,
        tabsize,
        max_lines=max_lines,
        placeholder=placeholder,
    )
    return wrapper.fill(text)


def shorten(
    text: str,
    width: int,
    *,
    initial_indent: str = "",
    subsequent_indent: str = "",
    break_long_words: bool = True,
    break_on_hyphens: bool = True,
    placeholder: str = " [...]",
) -> str:
    """Give the words that fit on one line.

    >>> shorten("Hello  world, how are you?", 16)
    'Hello [...]'
    """
    wrapper = TextWrapper(
        width,
        initial_indent,
        subsequent_indent,
        break_long_words=break_long_words,
        break_on_hyphens=break_on_hyphens,
        max_lines=1,
        placeholder=placeholder,
    )
    return wrapper.fill(" ".join(text.strip().split()))


def dedent(text: str) -> str:
    """Take off the indentation that all lines have."""
    lines = text.split("\n")
    margin = ""
    is_first = True
    for place, line in enumerate(lines):
        bare = line.lstrip(" \t")
        if bare == "":
            lines[place] = ""
            continue
        indentation = line[: len(line) - len(bare)]
        if is_first:
            margin = indentation
            is_first = False
        else:
            same = 0
            while same < len(margin) and same < len(indentation) and margin[same] == indentation[same]:
                same += 1
            margin = margin[:same]
    return "\n".join([line[len(margin) :] for line in lines])


def indent(text: str, prefix: str, predicate=None) -> str:
    """Put a prefix before lines that are more than spaces, or before those that a function chooses."""
    result: list[str] = []
    for line in text.splitlines(True):
        if predicate is None:
            chosen = line.strip() != ""
        else:
            chosen = bool(predicate(line))
        result.append(prefix + line if chosen else line)
    return "".join(result)
