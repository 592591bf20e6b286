"""Frames of sound through FFmpeg's filters, a fraction of a second at a time, so that two hours need little memory.

https://ffmpeg.org/ffmpeg-filters.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

import av
from av.audio.frame import AudioFrame
from av.filter import Graph

RATE = 48_000
MONO: tuple[tuple[str, str], ...] = (("aresample", str(RATE)), ("aformat", "sample_fmts=flt:channel_layouts=mono"))
"""One channel, at the rate that Opus works at."""


def through(frames: Iterable[AudioFrame], *filters: tuple[str, str]) -> Iterator[AudioFrame]:
    """What comes out of a chain of filters; all frames must be alike."""
    coming = iter(frames)
    first = next(coming, None)
    if first is None:
        return
    graph = _graph(first, filters)
    for frame in chain([first], coming):
        graph.push(frame)
        yield from _ready(graph)
    graph.push(None)
    yield from _ready(graph)


def _graph(like: AudioFrame, filters: tuple[tuple[str, str], ...]) -> Graph:
    graph = Graph()
    source = graph.add_abuffer(
        sample_rate=like.sample_rate, format=like.format.name, layout=like.layout.name, time_base=like.time_base
    )
    graph.link_nodes(source, *(graph.add(name, words) for name, words in filters), graph.add("abuffersink")).configure()
    return graph


def _ready(graph: Graph) -> Iterator[AudioFrame]:
    while True:
        try:
            frame = graph.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
        assert isinstance(frame, AudioFrame)  # noqa: S101  the graph has no other end
        yield frame
