"""Plots as geometry: stepped curves on linear or logarithmic axes, in the units of a drawing that the page scales."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 560, 260
LEFT, RIGHT, TOP, BOTTOM = 44, 16, 14, 40


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: where it stands in the drawing, and what it says."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Curve:
    """One quantity that only grows: its name, its class in the style sheet, its path, its last value."""

    name: str
    kind: str
    line: str
    area: str
    last: int


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot ready to be drawn, and the sentence that says the same to those who do not see it."""

    title: str
    x_label: str
    curves: tuple[Curve, ...]
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    description: str


def plot(
    title: str,
    x_label: str,
    curves: Iterable[tuple[str, str, Sequence[tuple[float, int]]]],
    *,
    logarithmic: bool = False,
    unit: Callable[[float], str] = lambda x: f"{x:,g}",
) -> Plot | None:
    """Lay out curves of (name, kind, points), each point an x and the count reached there; None if there are none."""
    drawn = [(name, kind, sorted(points)) for name, kind, points in curves if points]
    if not drawn:
        return None
    xs = [x for _, _, points in drawn for x, _ in points]
    low = 10.0 ** math.floor(math.log10(max(min(xs), 1))) if logarithmic else 0.0
    high = max(*xs, 1.0) if logarithmic else max(xs) or 1.0
    most = max(points[-1][1] for _, _, points in drawn)
    top = max(most * 1.06, 1)

    def place(x: float) -> float:
        share = math.log(max(x, low) / low) / (math.log(high / low) or 1) if logarithmic else x / high
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def rise(y: float) -> float:
        return HEIGHT - BOTTOM - y / top * (HEIGHT - TOP - BOTTOM)

    return Plot(
        title=title,
        x_label=x_label,
        curves=tuple(_curve(name, kind, points, place, rise) for name, kind, points in drawn),
        x_ticks=tuple(Tick(place(x), unit(x)) for x in (_powers(low, high) if logarithmic else _steps(high))),
        y_ticks=tuple(Tick(rise(y), f"{y:,g}") for y in _steps(top, whole=True)),
        description=". ".join(f"{name}: {points[-1][1]:,} at {unit(points[-1][0])}" for name, _, points in drawn),
    )


def _curve(
    name: str,
    kind: str,
    points: Sequence[tuple[float, int]],
    place: Callable[[float], float],
    rise: Callable[[float], float],
) -> Curve:
    line = [f"M{LEFT} {rise(0):.1f}"]
    for x, count in points:
        line += [f"H{place(x):.1f}", f"V{rise(count):.1f}"]
    line.append(f"H{WIDTH - RIGHT}")
    path = "".join(line)
    return Curve(name, kind, path, f"{path}V{rise(0):.1f}Z", points[-1][1])


def _steps(top: float, *, whole: bool = False) -> list[float]:
    """Round values from 0 to about the top, four or five of them; whole numbers if they count something."""
    rough = max(top / 4, 1 if whole else 1e-9)
    power = 10 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough)
    return [round(index * step, 12) for index in range(int(top / step + 1e-9) + 1)]


def _powers(low: float, high: float) -> list[float]:
    every = range(round(math.log10(low)), math.floor(math.log10(high) + 1e-9) + 1)
    return [10.0**power for power in every]
