"""Structures that go out to network programs, and links that come in from them."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.exchange.diagram import Connection, Diagram
from tabletop.exchange.dot import as_dot
from tabletop.exchange.edge_list import as_edge_list, links_in_list
from tabletop.exchange.graphml import as_graphml, links_in_graphml
from tabletop.exchange.links import FoundLinks
from tests.exchange.hostile import texts

EMAIL = Connection("school", "city", "email", ("concern", "sensitive"), "urgent", "phone", "1d 2h")
PHONE = Connection("city", "police", "phone")
TEAM = Diagram(
    id="team",
    title='The "team" <&> \\n',
    marking="EXERCISE – FICTITIOUS",
    actors={"school": "Secondary school", "city": "مدينة", "police": "police"},
    sectors={"school": "education"},
    channels={"email": "E-mail", "phone": "phone"},
    connections=(EMAIL, PHONE, PHONE.back),
)


def said(found: FoundLinks) -> list[dict[str, object]]:
    assert found.problems == ()
    return [dict(link.words) for link in found.links]


def remarks(found: FoundLinks) -> list[str]:
    return [str(problem) for problem in found.problems]


def test_a_structure_as_a_list_of_links_says_who_reaches_each_other_once() -> None:
    assert as_edge_list(TEAM).decode("utf-8-sig").split("\r\n") == [
        "from,to,channel,carries,for,else,after,two_way,marking",
        "school,city,email,concern sensitive,urgent,phone,1d 2h,no,EXERCISE – FICTITIOUS",
        "city,police,phone,,,,,yes,EXERCISE – FICTITIOUS",
        "",
    ]


def test_a_list_of_links_comes_back_as_links_of_a_scenario() -> None:
    first = {"from": "school", "to": "city", "channel": "email", "carries": ("concern", "sensitive")}
    terms = {"for": "urgent", "else": "phone", "after": "1d 2h"}
    assert said(links_in_list(as_edge_list(TEAM), "net.csv")) == [
        first | terms,
        {"between": ("city", "police"), "channel": "phone"},
    ]


def test_graphml_comes_back_as_links_of_a_scenario_each_direction_by_itself() -> None:
    first = {"from": "school", "to": "city", "channel": "email", "carries": ("concern", "sensitive")}
    terms = {"for": "urgent", "else": "phone", "after": "1d 2h"}
    assert said(links_in_graphml(as_graphml(TEAM).encode(), "net.graphml")) == [
        first | terms,
        {"from": "city", "to": "police", "channel": "phone"},
        {"from": "police", "to": "city", "channel": "phone"},
    ]


def test_networkx_reads_our_graphml_with_titles_marking_and_terms() -> None:
    graph = nx.parse_graphml(as_graphml(TEAM), force_multigraph=True)
    assert dict(graph.nodes(data=True)) == {
        "school": {"label": "Secondary school", "sector": "education"},
        "city": {"label": "مدينة"},
        "police": {"label": "police"},
    }
    assert graph.graph["marking"] == "EXERCISE – FICTITIOUS"
    assert graph.graph["title"] == TEAM.title
    (edge,) = graph.get_edge_data("school", "city").values()
    terms = {"for": "urgent", "else": "phone", "after": "1d 2h"}
    assert edge == {"channel": "email", "carries": "concern sensitive", **terms}
    assert sorted(graph.edges(keys=False)) == [("city", "police"), ("police", "city"), ("school", "city")]


def test_we_read_what_networkx_writes_and_an_undirected_graph_runs_both_ways() -> None:
    graph = nx.Graph()
    graph.add_edge("school", "city", channel="email")
    written = "\n".join(nx.generate_graphml(graph))
    assert said(links_in_graphml(written.encode(), "n.graphml")) == [
        {"between": ("school", "city"), "channel": "email"}
    ]


def test_nodes_that_only_have_numbers_are_meant_by_what_they_are_called() -> None:
    text = (
        '<graphml xmlns:y="urn:y"><key id="d0" for="node" attr.name="label"/><key id="d1" attr.name="Channel"/>'
        '<graph edgedefault="directed"><node id="n0"><data key="d0"><y:box><y:NodeLabel> school </y:NodeLabel>'
        '</y:box></data></node><node id="n1"><data key="name">city</data></node><node id="police">'
        '<data key="d0">The police</data></node><edge source="n0" target="n1"><data key="d1">email</data></edge>'
        '<edge source="n1" target="police" directed="false"><data key="d1">email</data></edge></graph></graphml>'
    )
    assert said(links_in_graphml(text.encode(), "n.graphml")) == [
        {"from": "school", "to": "city", "channel": "email"},
        {"between": ("city", "police"), "channel": "email"},
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "n.graphml:1:1: is no well-formed GraphML: no element found"),
        ("<graphml>\n <graph>", "n.graphml:2:9: is no well-formed GraphML: no element found"),
        (
            '<?xml version="1.0"?>\n<!DOCTYPE g [<!ENTITY a "aaaa">]>\n<graphml>&a;</graphml>',
            "n.graphml:2:1: declares a document type, which is not read here; remove the line that begins with <!DOC",
        ),
        (
            '<!DOCTYPE g SYSTEM "http://example.org/x.dtd"><graphml/>',
            "n.graphml:1:1: declares a document type",
        ),
        ("<graphml>&a;</graphml>", "n.graphml:1:10: is no well-formed GraphML: undefined entity"),
        (
            "<graphml><graph>\n<hyperedge/></graph></graphml>",
            "n.graphml:2:1: an edge between more than two (hyperedge) is not read here; link them two by two",
        ),
        (
            '<graph><edge source="a" target="b"/></graph>',
            "n.graphml:1:1: the link does not say 'channel' (fill it in)",
        ),
        ('<graph><edge target="b"/></graph>', "n.graphml:1:1: the link does not say 'from' (fill it in)"),
        ('<?xml version="1.0" encoding="utf-7"?><graph/>', "n.graphml"),
        ('<?xml version="1.0" encoding="A"?><graph/>', "n.graphml: is in a code that is not read"),
        ("<a>" * 100_000, "n.graphml:1:300001: is no well-formed GraphML: no element found"),
    ],
)
def test_graphml_that_is_broken_or_declares_something_is_told_with_its_line(text: str, what: str) -> None:
    (problem,) = remarks(links_in_graphml(text.encode(), "n.graphml"))
    assert problem.startswith(what)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", ["n.csv: holds no links (begin with from,to,channel,carries,for,else,after,two_way)"]),
        (
            "from,to\na,b\n",
            [
                "n.csv:1:1: there is no column 'channel' (begin with from,to,channel,carries,for,else,after,two_way)"
            ],
        ),
        (
            "from,to,channel,chanel,from\n",
            [
                "n.csv:1:4: unknown column 'chanel' (there are from, to, channel, carries, for, else, after, two_way)",
                "n.csv:1:5: a second column says 'from' (keep one)",
            ],
        ),
        (
            "from,to,channel,two_way\na,b,email,\n\na,,email,no\na,b,email,maybe\n",
            [
                "n.csv:4:1: the link does not say 'to' (fill it in)",
                "n.csv:5:1: two_way is 'maybe' (write yes or no)",
            ],
        ),
        (
            "from,to,channel\n\xe9,b,c\n",
            ["n.csv: is not in UTF-8: in a spreadsheet, save it as “CSV UTF-8”, or as .xlsx"],
        ),
    ],
)
def test_a_list_of_links_that_is_wrong_is_told_line_by_line(text: str, what: list[str]) -> None:
    assert remarks(links_in_list(text.encode("latin-1"), "n.csv")) == what


@pytest.mark.parametrize(
    ("word", "both"), [("yes", True), ("Oui", True), ("Undirected", True), ("0", False), ("", False)]
)
def test_lists_of_other_programs_say_source_target_and_type(word: str, *, both: bool) -> None:
    (link,) = said(links_in_list(f"Source;Target;Type;Channel\na;b;{word};email\n".encode(), "n.csv"))
    assert link == {**({"between": ("a", "b")} if both else {"from": "a", "to": "b"}), "channel": "email"}


def test_dot_names_actors_and_channels_in_quotes() -> None:
    assert as_dot(TEAM).splitlines() == [
        'digraph "team" {',
        '    graph [label="The \\"team\\" <&> \\\\n · EXERCISE – FICTITIOUS", labelloc=t];',
        "    node [shape=box];",
        '    "school" [label="Secondary school"];',
        '    "city" [label="مدينة"];',
        '    "police" [label="police"];',
        '    "school" -> "city" [label="E-mail"];',
        '    "city" -> "police" [label="phone", dir=both];',
        "}",
    ]


@settings(max_examples=60)
@given(texts | st.text(st.characters(exclude_categories=["Cs"])))
def test_no_title_breaks_graphml_or_dot(title: str) -> None:
    hostile = Diagram(
        "team", title, title, {"a": title}, {"a": title}, {}, (Connection("a", "a", title or "x"),)
    )
    (edge,) = nx.parse_graphml(as_graphml(hostile)).edges(data=True)
    assert edge[:2] == ("a", "a")
    assert len(as_dot(hostile).splitlines()) == 6


ONE_WAY = st.tuples(
    st.sampled_from("abc"), st.sampled_from("abc"), st.sampled_from(["email", "phone"]), st.booleans()
).map(lambda said: Connection(*said[:3], meant_for="urgent" if said[3] else ""))


@settings(max_examples=60)
@given(st.lists(ONE_WAY, unique=True, max_size=8))
def test_a_list_of_links_says_every_connection_and_no_other(connections: list[Connection]) -> None:
    diagram = Diagram("x", "x", "x", {}, {}, {}, tuple(connections))
    found = []
    for pair in diagram.pairs():
        found += [pair._replace(two_way=False)] + (
            [pair.back._replace(two_way=False)] if pair.two_way else []
        )
    assert sorted(found) == sorted(connections)
