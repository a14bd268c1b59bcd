"""Pieces over worker processes, parts in order; a worker that dies or hangs costs one document, not the run."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures import TimeoutError as WaitedTooLong
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any

from newsclean.engine import Engine, Order, Part
from newsclean.readers import Piece, Raw, read_piece

_AHEAD = 3  # pieces a worker that are read ahead: bounds memory, keeps every core busy


# A worker process has one engine: the parent's, where it is forked, else one that it builds when it starts.
_own: list[Engine] = []


def _start(order: Order) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends the run
    threading.Thread(target=_outlive_no_parent, args=(os.getppid(),), daemon=True).start()
    if not _own:
        _own.append(Engine(order))


def _outlive_no_parent(parent: int) -> None:
    """End this worker once its parent was killed: nobody else would."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _work(piece: Piece) -> Part:
    return _own[0].part_of(piece)


class Crew:
    """Worker processes, replaced when one of them dies or hangs."""

    def __init__(self, engine: Engine, jobs: int) -> None:
        self.order = engine.order
        self.jobs = jobs
        _own[:] = [engine]
        gc.freeze()  # what is loaded stays: a worker's collector that looked at it would copy its pages
        self.pool = self._hire(jobs)

    def run(self, pieces: Iterable[Piece]) -> Iterator[Part]:
        """The part of each piece, in order, with a bounded number of them under way."""
        waiting: deque[tuple[Piece, Future[Part]]] = deque()
        source = iter(pieces)
        try:
            while True:
                while len(waiting) < self.jobs * _AHEAD and (piece := next(source, None)):
                    waiting.append((piece, self._submit(piece)))
                if not waiting:
                    return
                piece, future = waiting.popleft()
                try:
                    part = future.result(timeout=self._patience())
                except (BrokenProcessPool, WaitedTooLong):
                    hit = [piece, *(one for one, _ in waiting)]
                    waiting.clear()
                    yield from self._recover(hit)
                else:
                    yield part
        finally:
            self._dismiss(self.pool)

    def _submit(self, piece: Piece) -> Future[Part]:
        try:
            with _undisturbed():  # the first one forks
                return self.pool.submit(_work, piece)
        except BrokenProcessPool as error:
            broken: Future[Part] = Future()
            broken.set_exception(error)
            return broken

    def _recover(self, pieces: list[Piece]) -> Iterator[Part]:
        """The parts of pieces that were under way when a worker was lost, one at a time, so that the guilty shows."""
        self._dismiss(self.pool)
        for piece in pieces:
            self.pool = self._hire(1)
            try:
                yield self._submit(piece).result(timeout=self._patience())
            except (BrokenProcessPool, WaitedTooLong):
                yield self._one_by_one(piece)
            finally:
                self._dismiss(self.pool)
        self.pool = self._hire(self.jobs)

    def _one_by_one(self, piece: Piece) -> Part:
        """A piece document by document; the one that a worker is lost over becomes a reject."""
        whole: Part | None = None
        self.pool = self._hire(1)
        for raw in read_piece(piece, max_bytes=self.order.settings.max_bytes):
            try:
                part = self._submit(Piece(raws=(raw,))).result(timeout=self._patience())
            except (BrokenProcessPool, WaitedTooLong) as error:
                died = isinstance(error, BrokenProcessPool)
                why = (
                    "a worker died over it (killed, or out of memory)" if died else "a worker hung over it (--timeout)"
                )
                part = self._rejected(raw, why)
                self._dismiss(self.pool)
                self.pool = self._hire(1)
            whole = whole + part if whole else part
        assert whole is not None, "a piece that a worker was lost over holds a document"
        return whole

    def _rejected(self, raw: Raw, reason: str) -> Part:
        return _own[0].rejected(raw, reason)

    def _patience(self) -> float:
        """Seconds to wait for a piece; workers watch over documents themselves, this is for what they can't see."""
        return 30 + self.order.settings.timeout * 8

    def _hire(self, jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, _context(), _start, (self.order,))

    @staticmethod
    def _dismiss(pool: ProcessPoolExecutor) -> None:
        """End a pool's processes whatever they are doing."""
        processes = list((getattr(pool, "_processes", None) or {}).values())
        pool.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.kill()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Put an interrupt off: one that falls into a fork would be lost, for Python ignores what its hooks there raise."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _context() -> Any:
    """Fork where Python takes it for safe: workers then start at once and share the loaded rules and model."""
    safe = sys.platform == "linux" and (sys.version_info < (3, 12) or threading.active_count() == 1)
    return multiprocessing.get_context("fork" if safe else "spawn")
