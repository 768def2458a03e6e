"""The core's values never change once they are made, and its errors can be told apart."""

import dataclasses
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import pytest

from bot.core import domain, effects, ui
from bot.core.domain import errors
from bot.core.domain.errors import DomainError


def test_every_value_is_frozen() -> None:
    modules = [effects, *modules_of(domain), *modules_of(ui)]
    thawed = [each for module in modules for each in dataclasses_of(module) if not is_frozen(each)]
    assert thawed == []


def test_every_error_has_a_key_of_its_own() -> None:
    keys = [each.key for each in DomainError.__subclasses__() if each.__module__ == errors.__name__]
    assert len(set(keys)) == len(keys) > 10
    assert DomainError.key not in keys


def test_an_error_carries_the_facts_for_its_sentence() -> None:
    with pytest.raises(errors.LevelOutOfRange) as raised:
        raise errors.LevelOutOfRange(level=7, lowest=0)
    assert raised.value.facts == {"level": 7, "lowest": 0}
    assert str(raised.value) == "level-out-of-range"


def modules_of(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        yield import_module(found.name)


def dataclasses_of(module: ModuleType) -> Iterator[type]:
    for each in vars(module).values():
        if isinstance(each, type) and dataclasses.is_dataclass(each) and each.__module__ == module.__name__:
            yield each


def is_frozen(value: type) -> bool:
    return bool(vars(value)["__dataclass_params__"].frozen)
