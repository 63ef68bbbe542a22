"""The same primitives with sets in natural order, as the engine has them: tells a wrong result from another order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from typing import Any

from . import containers, grids, patches


class NaturalSet(frozenset[Any]):
    """A set that iterates in natural order."""

    def __iter__(self) -> Iterator[Any]:
        return iter(sorted(super().__iter__(), key=rank))


def rank(value: Any) -> tuple[int, Any]:
    """A key by which values sort: nothing, integers, tuples, sets; tuples and sets element by element."""
    match value:
        case None:
            return 0, 0
        case bool() | int():
            return 1, int(value)
        case tuple():
            return 2, tuple(map(rank, value))
        case frozenset():
            return 3, tuple(sorted(map(rank, frozenset.__iter__(value))))
    return 4, 0


def natural(value: Any) -> Any:
    """A value whose sets iterate in natural order."""
    if isinstance(value, tuple):
        return tuple(map(natural, value))
    return NaturalSet(map(natural, frozenset.__iter__(value))) if isinstance(value, frozenset) else value


def in_natural_order(names: Mapping[str, Any]) -> dict[str, Any]:
    """The primitives and constants, where all sets that a primitive is given or makes are in natural order."""

    def ordered(function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def run(*args: Any) -> Any:
            with natural_sets():
                result = function(*map(natural, args))
            # What a combinator makes is called with sets, too.
            return ordered(result) if callable(result) else natural(result)

        return run

    return {name: ordered(value) if callable(value) else value for name, value in names.items()}


@contextmanager
def natural_sets() -> Iterator[None]:
    """While it lasts, the sets that the primitives' modules make are in natural order."""
    scopes = [vars(module) for module in (containers, grids, patches)]
    outer = [scope.get("frozenset", frozenset) for scope in scopes]
    try:
        for scope in scopes:
            scope["frozenset"] = NaturalSet
        yield
    finally:
        for scope, known in zip(scopes, outer, strict=True):
            scope["frozenset"] = known
