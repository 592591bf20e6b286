"""How many times real time both files of a clip are made, tags and signature included, by the processor's clock."""

from __future__ import annotations

import argparse
import resource
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import ground
from newsdesk.audio.sound import making
from newsdesk.audio.sound.order import Made, Order
from newsdesk.audio.sound.tests import sounds


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks sound", description=__doc__)
    parser.add_argument("--seconds", type=float, nargs="+", default=[60, 360], help="how long the clips are")
    parser.add_argument("--pcm", type=Path, help="raw samples of a voice to make them of (mono, 16 bits)")
    parser.add_argument("--rate", type=int, default=sounds.RATE, help="samples a second of those")
    options = parser.parse_args(arguments)
    print(ground.machine())
    for seconds in options.seconds:
        size = int(seconds * options.rate) * 2
        samples = options.pcm.read_bytes()[:size] if options.pcm else sounds.speech(seconds, options.rate)
        before = _processor()
        made = _made(samples, options.rate)
        took = _processor() - before
        print(
            f"{made.seconds:.0f} s of sound in {took:.1f} s of processor, {made.seconds / took:.0f} times real time; "
            f"{made.lufs:.1f} LUFS, {made.peak:.1f} dBTP; {_megabytes():.0f} MB at most so far"
        )
    return 0


def _made(samples: bytes, rate: int) -> Made:
    with TemporaryDirectory(prefix="newsdesk-sound-") as name:
        folder = Path(name)
        into = folder / "into"
        into.mkdir()
        order: Order = sounds.order(folder, samples, rate=rate)
        return making.make(order, into)


def _processor() -> float:
    """Seconds of processor that children took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
