"""What is found by what somebody typed."""

from string import ascii_lowercase

import pytest

from bot.core.dialogue.searching import Index, find, findable, meant, named

CRAFTS = [
    findable("kubernetes", "Kubernetes", "container orchestration"),
    findable("react", "React", "front-end framework"),
    findable("node", "Node.js"),
    findable("postgres", "PostgreSQL", "databases"),
    findable("cpp", "C++"),
    findable("c", "C"),
]
ROLES = [
    findable("15-1252.00", "Software Developers", "Software Engineer", "Programmer"),
    findable("15-1251.00", "Computer Programmers", "Programmer", "Software Programmer"),
    findable("15-1253.00", "Software Quality Assurance Analysts and Testers", "Tester"),
    findable("15-2051.00", "Data Scientists", "Data Analytics Engineer"),
]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("k8s", "kubernetes"),
        ("React.js", "react"),
        ("reactjs", "react"),
        ("nodejs", "node"),
        ("Node JS", "node"),
        ("postgres", "postgres"),
        ("kubernets", "kubernetes"),
        ("c++", "cpp"),
        ("c", "c"),
    ],
)
def test_a_craft_is_found_however_it_is_spelled(typed: str, first: str) -> None:
    assert find(CRAFTS, typed)[0] == first


def test_another_spelling_names_a_thing_as_well_as_its_own() -> None:
    assert named(CRAFTS, "k8s") == "kubernetes"
    assert named(CRAFTS, "node.js") == "node"
    assert named(CRAFTS, "containers") is None
    assert named([*CRAFTS, findable("knowledges", "Knowledges")], "k8s") is None


@pytest.mark.parametrize(
    ("typed", "roles"),
    [
        ("15-1252.00", ["15-1252.00"]),
        ("software developer", ["15-1252.00"]),
        ("Data Scientists", ["15-2051.00"]),
        ("software engineer", ["15-1252.00"]),
        ("programmer", ["15-1252.00", "15-1251.00"]),
        ("data", ["15-2051.00"]),
        ("software", ["15-1252.00", "15-1253.00"]),
        ("dta scientist", ["15-2051.00"]),
        ("comp", ["15-1251.00"]),
        ("sof", ["15-1251.00", "15-1252.00", "15-1253.00"]),
        ("engineer", ["15-1252.00", "15-2051.00"]),
        ("astronaut on leave", []),
        ("", []),
    ],
)
def test_words_mean_one_role_or_are_asked_about(typed: str, roles: list[str]) -> None:
    assert sorted(meant(ROLES, typed)) == sorted(roles)


def test_among_a_thousand_roles_with_sixty_thousand_names_the_one_that_is_meant_is_first() -> None:
    words = [f"{first}{second}" for first in ("data", "cloud", "field", "metal") for second in ascii_lowercase]
    names = [[f"{words[role % 104]} {words[alias]} {role}" for alias in range(60)] for role in range(1000)]
    index = Index([findable(f"onet:{role}", *each) for role, each in enumerate(names)])

    for role in (0, 77, 999):
        assert index.find(names[role][7])[0] == f"onet:{role}"
        assert index.find(names[role][59].upper())[0] == f"onet:{role}"
    assert index.find("nothing that anybody is called") == []


def test_an_index_finds_other_spellings_both_ways() -> None:
    things = [findable("k", "Kubernetes", "container orchestration"), findable("r", "React.js"), findable("i", "i18n")]
    index = Index(things)

    assert [index.find(each) for each in ("k8s", "reactjs", "react js", "internationalization")] == [
        ["k"],
        ["r"],
        ["r"],
        ["i"],
    ]
    assert (index.named("K8s"), index.named("React.JS"), index.named("")) == ("k", "r", None)
