"""The words of the entries, indexed by FTS5 inside the vault.

FTS5 gets words that are folded already (``journal.folding``) and splits them at spaces
only. Beside each word it gets the word's first letters as words of their own, marked by
``MARK``: what is typed first is then found as a whole word, which FTS5 reads in the
order of dates and stops after the first ones, where it would collect every entry for
the beginning of a word. ``prefix`` would do the same, but cannot be changed word by word.

Which signals an entry has and when it happened stand in it as words of their own, marked
twice: an id for ever, whatever the signal is called, and the day, the month and the year.

The index keeps no text. Which words an entry has in it is kept in ``entry_words``: a
new version takes out the words that went and puts in those that came, and with
``secure-delete`` on, what is taken out is no longer in the file.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sqlalchemy import Connection, TextClause, bindparam, delete, insert, select, text, update

from onveilig_desktop.catalog import Catalog, SignalId
from onveilig_desktop.journal import Entry, Moment
from onveilig_desktop.journal.folding import words
from onveilig_desktop.journal.query import texts_of
from onveilig_desktop.journal.sought import Date, Piece, named
from onveilig_desktop.vault.ordinals import ordinal
from onveilig_desktop.vault.schema import entry_words

MARK: Final = "="
"""Comes before the first letters of a word; no folded word has it."""

SHORT: Final = 4
"""Letters up to which a beginning is a word of its own in the index."""

_ADD: Final = text("INSERT INTO word_index (rowid, words) VALUES (:number, :words)")
_TAKE: Final = text(
    "INSERT INTO word_index (word_index, rowid, words) VALUES ('delete', :number, :words)"
)
_SEQ: Final = entry_words.c.entry == bindparam("of_seq")
_KNOWN: Final = select(entry_words.c.number, entry_words.c.words).where(_SEQ)
_NEW: Final = insert(entry_words)
_EDIT: Final = update(entry_words).where(_SEQ)
_DROP: Final = delete(entry_words).where(_SEQ).returning(entry_words.c.number, entry_words.c.words)


class WordIndex:
    """Keeps the index beside the entries, in their transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, seq: int, entry: Entry) -> None:
        """Let an entry that is not in the index be found by its words."""
        self.add_all([(seq, entry)])

    def add_all(self, placed: Sequence[tuple[int, Entry]]) -> None:
        """Do what ``add`` does for many, one at least."""
        found = [(seq, ordinal(made.happened, seq), _words(made)) for seq, made in placed]
        execute = self._connection.execute
        execute(_ADD, [{"number": at, "words": _joined(_tokens(now))} for _, at, now in found])
        execute(_NEW, [{"entry": seq, "number": n, "words": _joined(now)} for seq, n, now in found])

    def drop(self, seq: int) -> None:
        """Let an entry be found no more; of one that is not in the index nothing is done."""
        before = self._connection.execute(_DROP, {"of_seq": seq}).one_or_none()
        if before is not None:
            self._change(_TAKE, before.number, _tokens(before.words.split()))

    def replace(self, seq: int, entry: Entry) -> None:
        """Let an entry that is in the index be found by the words it has now."""
        number, now = ordinal(entry.happened, seq), _words(entry)
        before = self._connection.execute(_KNOWN, {"of_seq": seq}).one()
        went, came = _tokens(before.words.split()), _tokens(now)
        if number == before.number:
            went, came = went - came, came - went
        if not went and not came:
            return
        # always both, even with nothing in it: FTS5 counts its rows by them
        self._change(_TAKE, before.number, went)
        self._change(_ADD, number, came)
        row = {"of_seq": seq, "number": number, "words": _joined(now)}
        self._connection.execute(_EDIT, row)

    def _change(self, statement: TextClause, number: int, tokens: set[str]) -> None:
        self._connection.execute(statement, {"number": number, "words": _joined(tokens)})


def expression(sought: Sequence[Piece], known: Catalog) -> str:
    """Return what is *sought* as FTS5 reads it; *known* tells what the signals are called."""
    return " AND ".join(f"({_piece(piece, known)})" for piece in sought)


def _piece(piece: Piece, known: Catalog) -> str:
    said = " AND ".join(f"({_word(word, known)})" for word in piece.words)
    return said if piece.date is None else f"({said}) OR ({_all_of(_dated(piece.date))})"


def _word(word: str, known: Catalog) -> str:
    beginning = f'"{MARK}{word}"' if len(word) <= SHORT else f'"{word}"*'
    signals = (f'"{_signal(signal)}"' for signal in named(word, known))
    return " OR ".join([beginning, *signals])


def _all_of(found: Iterable[str]) -> str:
    return " AND ".join(f'"{each}"' for each in found)


def _words(made: Entry) -> set[str]:
    return words(*texts_of(made)).union(map(_signal, made.signals), _happened(made.happened))


def _signal(signal: SignalId) -> str:
    # in figures: an id of one's own may have characters at which FTS5 would split it
    return f"{MARK}{MARK}s{signal.encode().hex()}"


def _happened(happened: Moment) -> Iterator[str]:
    day = happened.day
    return _dated(Date(day.day if happened.has_day else None, day.month, day.year))


def _dated(when: Date) -> Iterator[str]:
    for letter, number in (("d", when.day), ("m", when.month), ("y", when.year)):
        if number is not None:
            yield f"{MARK}{MARK}{letter}{number}"


def _tokens(found: Iterable[str]) -> set[str]:
    """Return *found* with the first letters of each word in it."""
    every = set(found)
    plain = (word for word in every if not word.startswith(MARK))
    return every.union(
        MARK + word[:n] for word in plain for n in range(1, min(len(word), SHORT) + 1)
    )


def _joined(found: Iterable[str]) -> str:
    return " ".join(sorted(found))
