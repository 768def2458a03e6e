"""Who may ask, and what every answer wears."""

from collections.abc import AsyncIterator

import httpx2
import pytest

from bot.adapters.webchat.limits import LONGEST_BODY
from tests.adapters.webchat.conftest import ORIGIN

SAY = "/as/priya/in/lobby/say"
HTML = {"Accept": "text/html"}


@pytest.mark.parametrize("path", ["/as/priya/in/lobby", "/nothing", "/webchat/page.js", "/as/nobody/in/lobby", "/"])
async def test_every_answer_is_dressed(client: httpx2.AsyncClient, path: str) -> None:
    headers = (await client.get(path)).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


async def test_pages_need_neither_inline_script_nor_inline_style(client: httpx2.AsyncClient) -> None:
    await client.post(SAY, data={"line": "/show", "update": "1"})
    await client.post(SAY, data={"line": "/form", "update": "2"})
    page = (await client.get("/as/priya/in/lobby", headers=HTML)).text
    assert "<style" not in page
    assert " style=" not in page
    assert " onclick=" not in page
    assert page.count("<script") == page.count('<script type="module" src="/webchat/') == 1


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "", "[::2]", "["])
async def test_a_foreign_name_gets_nothing(client: httpx2.AsyncClient, host: str) -> None:
    answer = await client.get("/as/priya/in/lobby", headers={"Host": host})
    assert answer.status_code == 421
    assert "Priya" not in answer.text


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:1", "[::1]:8000", "LOCALHOST"])
async def test_this_machine_has_several_names(client: httpx2.AsyncClient, host: str) -> None:
    assert (await client.get("/as/priya/in/lobby", headers={"Host": host})).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "http://localhost:9"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": ORIGIN, "Sec-Fetch-Site": "same-site"},
        {"Origin": ORIGIN, "Sec-Fetch-Site": "cross-site"},
    ],
    ids=str,
)
async def test_another_site_cannot_post(client: httpx2.AsyncClient, headers: dict[str, str]) -> None:
    answer = await client.post(SAY, data={"line": "forged", "update": "1"}, headers=headers)
    assert answer.status_code == 403
    assert "forged" not in (await client.get("/as/priya/in/lobby", headers=HTML)).text


async def test_a_post_that_says_nothing_of_itself_is_refused(client: httpx2.AsyncClient) -> None:
    del client.headers["Origin"]
    assert (await client.post(SAY, data={"line": "hello"})).status_code == 403


async def test_a_plain_form_of_ours_is_taken(client: httpx2.AsyncClient) -> None:
    headers = {"Origin": "null", "Sec-Fetch-Site": "same-origin", "Accept": "text/html"}
    answer = await client.post(SAY, data={"line": "plainly said"}, headers=headers)
    assert (answer.status_code, answer.headers["location"]) == (303, "/as/priya/in/lobby")
    assert "plainly said" in (await client.get("/as/priya/in/lobby", headers=HTML)).text


async def test_another_site_may_link_here_but_not_read(client: httpx2.AsyncClient) -> None:
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert (await client.get("/as/priya/in/lobby", headers=link)).status_code == 200
    for way in ({"Sec-Fetch-Mode": "no-cors"}, {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}):
        answer = await client.get("/as/priya/in/lobby", headers={"Sec-Fetch-Site": "cross-site", **way})
        assert answer.status_code == 403


async def test_a_body_over_the_limit_gets_a_sentence(client: httpx2.AsyncClient) -> None:
    answer = await client.post(SAY, data={"line": "x" * (LONGEST_BODY + 1)})
    assert answer.status_code == 413
    assert "too big" in answer.json()["trouble"]


async def test_a_body_that_lies_about_its_size_is_measured(client: httpx2.AsyncClient) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b"x" * (LONGEST_BODY // 10)

    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert (await client.post(SAY, content=endless(), headers=headers)).status_code == 413


async def test_what_fails_inside_is_a_friendly_page_without_a_trace(client: httpx2.AsyncClient) -> None:
    answer = await client.post(SAY, data={"line": "/fail", "update": "1"}, headers=HTML)
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert "content-security-policy" in answer.headers


async def test_an_unknown_page_speaks_the_browsers_language(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/nothing", headers={"Accept": "text/html", "Accept-Language": "es-MX,es;q=0.9"})
    assert (answer.status_code, "Esa página no existe" in answer.text) == (404, True)
