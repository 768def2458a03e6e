"""Names as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.domain.naming import fold, spelled_alike


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("React.js", "react js"),
        ("  Site-Reliability_Engineer ", "site reliability engineer"),
        ("Diseño", "diseno"),
        ("Master’s thesis", "masters thesis"),
        ("Software Developers, Applications", "software developers applications"),
        ("C++", "c++"),
        ("C#", "c#"),
        ("Straße", "strasse"),
        ("...", ""),
    ],
)
def test_a_name_is_folded_to_what_people_type_of_it(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize(
    ("name", "typed", "alike"),
    [
        ("React.js", "reactjs", True),
        ("ReactJS", "React.js", True),
        ("Kubernetes", "k8s", True),
        ("k8s", "Kubernetes", True),
        ("Internationalisation", "i18n", True),
        ("Internationalization", "i18n", True),
        ("Accessibility", "a11y", True),
        ("Kubernetes", "k9s", False),
        ("Kubernetes", "k8d", False),
        ("C++", "C", False),
        ("Java", "JavaScript", False),
    ],
)
def test_a_name_is_known_in_another_spelling(name: str, typed: str, alike: bool) -> None:  # noqa: FBT001  the expectation
    assert spelled_alike(fold(name), fold(typed)) is alike


@given(st.text())
def test_folding_is_done_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
