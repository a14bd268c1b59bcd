"""A named, ordered chain of stages over batches of documents; a stage that fails rejects a document, not the run."""

from __future__ import annotations

import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial, wraps
from time import process_time
from typing import Literal, TypeAlias

from newsclean.document import Document
from newsclean.rules import Cue, RuleSet

Mode = Literal["precision", "balanced", "recall"]
Stage: TypeAlias = Callable[[Sequence[Document]], None]

_WAITED = 4  # seconds by the clock for each of processor time


@dataclass(frozen=True, kw_only=True)
class Config:
    """What a stage's factory may know: the loaded rules and the settings that bear on cutting.

    `select` and `ignore` hold kinds or cue ids, "*" in `select` stands for all; `model` is a path, "" for the shipped
    weights.
    """

    rules: RuleSet
    mode: Mode = "balanced"
    select: frozenset[str] = frozenset({"*"})
    ignore: frozenset[str] = frozenset({"correction-box"})
    language: str = ""
    model: str = ""
    options: dict[str, str] = field(default_factory=dict)

    def cuts(self, kind: str, cue: str) -> bool:
        """Whether blocks of this kind, found by this cue, are to leave the text; a named cue beats its kind."""
        if cue in self.ignore:
            return False
        if cue in self.select:
            return True
        return kind not in self.ignore and ("*" in self.select or kind in self.select)

    def spares(self, cue: Cue) -> bool:
        """Whether what a cue finds is to be kept, whatever else might cut it: the user or the default ignores it."""
        return cue.kind in self.ignore or cue.id in self.ignore


StageFactory: TypeAlias = Callable[[Config], Stage]


@dataclass(frozen=True)
class Pipeline:
    """Stages by name, in running order.

    `timeout` is in seconds a document, 0 for none; `micros` adds up the processor time of each stage.
    """

    stages: tuple[tuple[str, Stage], ...]
    timeout: float = 0.0
    micros: Counter[str] = field(default_factory=Counter)

    def __call__(self, batch: Sequence[Document]) -> None:
        """Run every stage over the documents that are not rejected, marking them in place.

        Where a stage fails, the documents are taken back to what they were and pass one by one: the one that it fails
        on is rejected, and no other is marked twice.
        """
        batch = [document for document in batch if not document.reject]
        before = [(document, list(document.blocks), len(document.evidence)) for document in batch]
        if len(batch) > 1 and self._run(batch):
            for document, blocks, noted in before:
                document.blocks, document.reject = blocks, ""
                del document.evidence[noted:]
                self([document])
        elif len(batch) == 1 and (why := self._run(batch)):
            batch[0].reject = why

    def _run(self, batch: Sequence[Document]) -> str:
        """Which stage failed and how, or ""."""
        for name, stage in self.stages:
            live = [document for document in batch if not document.reject]
            begin = process_time()
            why = failure(partial(stage, live), self.timeout) if live else ""
            self.micros[name] += round((process_time() - begin) * 1e6)
            if why:
                return f"stage {name} failed: {why}"
        return ""


def failure(work: Callable[[], object], timeout: float) -> str:
    """Do some work in at most so many seconds (0: any time); why it failed, or ""."""
    try:
        with time_limit(timeout):
            work()
    except Exception as error:  # noqa: BLE001 - the one place where a failure becomes a reject
        return f"{type(error).__name__}: {error}".encode("utf-8", "backslashreplace").decode()  # a reason is written
    return ""


def each(function: Callable[[Document], None]) -> Stage:
    """A stage from a function of one document."""

    @wraps(function)
    def stage(batch: Sequence[Document]) -> None:
        for document in batch:
            function(document)

    return stage


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in the block after so many seconds; only in a main thread, and where there are alarms.

    Seconds of processor time, so that a busy machine rejects no other documents than an idle one; or `_WAITED` times as
    many by the clock, for what sleeps.
    """
    if not seconds or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_: int, __: object) -> None:
        raise TimeoutError(f"no result in {seconds:g} seconds (--timeout)")

    timers = ((signal.SIGPROF, signal.ITIMER_PROF, seconds), (signal.SIGALRM, signal.ITIMER_REAL, seconds * _WAITED))
    before = [(number, signal.signal(number, ring)) for number, _, _ in timers]
    for _, timer, limit in timers:
        # It rings on until it is heard: code that catches everything may swallow the first.
        signal.setitimer(timer, limit, 1)
    try:
        yield
    finally:
        for _, timer, _ in timers:
            signal.setitimer(timer, 0)
        for number, handler in before:
            signal.signal(number, handler)
