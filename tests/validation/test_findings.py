"""Each sort of fault, at its exact place, in words that say what to write instead."""

from dataclasses import dataclass, field

import pytest
from tests.schemas.documents import EXAMPLES, data_findings, findings, places

from outcome_catalog.diagnostics import Diagnostic, Severity
from outcome_catalog.sources.discover import Role

CHARTER = (EXAMPLES / "charter.yml").read_text()
REUSE = (EXAMPLES / "reuse.yml").read_text()
ARTIFACT = (EXAMPLES / "artifact.yml").read_text()
ORGANISATION = (EXAMPLES / "organisation.yml").read_text()
PEOPLE = (EXAMPLES / "people.yml").read_text()
KIND = (EXAMPLES / "kind.yml").read_text()
MEASUREMENTS = (EXAMPLES / "measurements.yml").read_text()
TEXTS = {
    Role.CHARTER: CHARTER,
    Role.REUSE: REUSE,
    Role.ARTIFACT: ARTIFACT,
    Role.ORGANISATION: ORGANISATION,
    Role.PEOPLE: PEOPLE,
    Role.KIND: KIND,
    Role.MEASUREMENT: MEASUREMENTS,
}


@dataclass(frozen=True, kw_only=True)
class Case:
    """*old* in the role's example is written as *new*: one finding with *code* where *place* says, saying *says*.

    *place* is line, column, end line and end column, lines counted from that on which *old* begins.
    """

    name: str
    role: Role
    old: str
    new: str
    code: str
    place: tuple[int, int, int, int]
    says: str
    mends: str = ""
    also: tuple[str, ...] = field(default=())


CASES = [
    Case(
        name="a key that is misspelt",
        role=Role.CHARTER,
        old="expected_outputs:",
        new="expected_output:",
        code="unknown-key",
        place=(0, 1, 0, 16),
        says='"expected_output" is not a key of a charter; did you mean "expected_outputs"?',
        mends="What the community promises to produce.",
        also=("missing-key",),
    ),
    Case(
        name="a key of a group that is misspelt",
        role=Role.ORGANISATION,
        old="  currency:",
        new="  curency:",
        code="unknown-key",
        place=(0, 3, 0, 10),
        says='"curency" is not a key of settings; did you mean "currency"?',
    ),
    Case(
        name="a key that is known under another name",
        role=Role.ARTIFACT,
        old="authors:",
        new="author:",
        code="unknown-key",
        place=(0, 1, 0, 7),
        says='"author" is not a key of an artifact of the kind "best-practice"; did you mean "authors"?',
        also=("missing-key",),
    ),
    Case(
        name="a key that means nothing here",
        role=Role.REUSE,
        old="note: Reported",
        new="colour: Reported",
        code="unknown-key",
        place=(0, 1, 0, 7),
        says='"colour" is not a key of a reuse record',
        mends="Its keys are artifact, version, used_by,",
    ),
    Case(
        name="a key whose other name is there already",
        role=Role.REUSE,
        old="note: Reported",
        new="commit: Reported",
        code="unknown-key",
        place=(0, 1, 0, 7),
        says='"commit" is not a key of a reuse record',
    ),
    Case(
        name="a required key of a group is missing",
        role=Role.CHARTER,
        old="  statement: Every support desk answers a known question the first time it is asked.\n",
        new="",
        code="missing-key",
        place=(-1, 1, -1, 5),
        says='"statement" is missing; a goal needs it',
        mends="The goal in one sentence that a stranger understands. For example: statement: Every support",
    ),
    Case(
        name="a required key of a list's entry is missing",
        role=Role.CHARTER,
        old="  - date: 2025-09-01\n    state: active\n",
        new="  - date: 2025-09-01\n",
        code="missing-key",
        place=(0, 5, 1, 48),
        says='"state" is missing; a lifecycle change needs it',
    ),
    Case(
        name="a key that is required beside another is missing",
        role=Role.CHARTER,
        old="    unit: operations\n    level: escalating",
        new="    level: escalating",
        code="missing-key",
        place=(-1, 5, 0, 22),
        says='"unit" is missing; a sponsor needs it',
    ),
    Case(
        name="a place of use without what its form needs",
        role=Role.REUSE,
        old="  title: Counter handbook of Depot North\n",
        new="",
        code="missing-key",
        place=(-1, 1, -1, 8),
        says='"title" is missing; it goes with "url"',
    ),
    Case(
        name="a key without a value",
        role=Role.ARTIFACT,
        old="output: answer-guide",
        new="output:",
        code="no-value",
        place=(0, 1, 0, 7),
        says='"output" has no value',
        mends="Write a value, or take it out. The expected output",
    ),
    Case(
        name="one text where a list is expected",
        role=Role.ARTIFACT,
        old="authors:\n  - night-shift-planner\n  - visiting-baker\n",
        new="authors: night-shift-planner, visiting-baker\n",
        code="wrong-type",
        place=(0, 10, 0, 45),
        says='"authors": a list is expected, found text',
        mends="authors:\n  - night-shift-planner\n  - visiting-baker",
    ),
    Case(
        name="a sentence where a list is expected stays whole",
        role=Role.CHARTER,
        old="    done_when:\n      - Tried on two desks\n",
        new="    done_when: Tried on two desks, and written down\n",
        code="wrong-type",
        place=(0, 16, 0, 52),
        says='"done_when": a list is expected, found text',
        mends="done_when:\n  - Tried on two desks, and written down",
    ),
    Case(
        name="a number where text is expected",
        role=Role.REUSE,
        old="version: 2026-03-14",
        new="version: 1.4",
        code="wrong-type",
        place=(0, 10, 0, 13),
        says='"version": text is expected, found the number 1.4',
        mends="Write: version: '1.4'",
    ),
    Case(
        name="a number in a list of texts",
        role=Role.ARTIFACT,
        old="  - refund\n",
        new="  - 2026\n",
        code="wrong-type",
        place=(0, 5, 0, 9),
        says='entry 1 of "tags": text is expected, found the number 2026',
        mends="Write: '2026'",
    ),
    Case(
        name="a list of one where text is expected",
        role=Role.ARTIFACT,
        old="kind: best-practice",
        new="kind: [best-practice]",
        code="wrong-type",
        place=(0, 7, 0, 22),
        says='"kind": text is expected, found a list',
        mends="Write: kind: best-practice",
    ),
    Case(
        name="yes where true is expected",
        role=Role.CHARTER,
        old="  estimated: true\nexpected",
        new="  estimated: yes\nexpected",
        code="wrong-type",
        place=(0, 14, 0, 17),
        says='"estimated": true or false is expected, found text',
        mends="Write: estimated: true",
    ),
    Case(
        name="a number in quotes",
        role=Role.CHARTER,
        old="  count: 38",
        new="  count: '38'",
        code="wrong-type",
        place=(0, 10, 0, 14),
        says='"count": a whole number is expected, found text',
        mends="Write: count: 38",
    ),
    Case(
        name="part of a number where a whole one is expected",
        role=Role.CHARTER,
        old="      count: 2\n",
        new="      count: 2.5\n",
        code="wrong-type",
        place=(0, 14, 0, 17),
        says='"count": a whole number is expected, found the number 2.5',
        mends="How many. For example: count: 2",
    ),
    Case(
        name="text where a group of keys is expected",
        role=Role.REUSE,
        old="used_by:\n  unit: depot-north\n  community: warehouse-circle\n  contact: https://chat.example.org/depot-north\n",
        new="used_by: depot-north\n",
        code="wrong-type",
        place=(0, 10, 0, 21),
        says='"used_by": a group of keys is expected, found text',
        mends="For example:\nused_by:\n  unit: depot-north",
    ),
    Case(
        name="a value that is none of those allowed",
        role=Role.REUSE,
        old="mode: adapted",
        new="mode: adopted",
        code="not-allowed",
        place=(0, 7, 0, 14),
        says='is not one of as-is, adapted, cited, taught, planned or tried-rejected; did you mean "adapted"?',
    ),
    Case(
        name="another case and underscores are understood",
        role=Role.REUSE,
        old="mode: adapted",
        new="mode: Tried_Rejected",
        code="not-allowed",
        place=(0, 7, 0, 21),
        says='did you mean "tried-rejected"?',
    ),
    Case(
        name="a value that resembles none of those allowed",
        role=Role.CHARTER,
        old="lifecycle: active",
        new="lifecycle: zzz",
        code="not-allowed",
        place=(0, 12, 0, 15),
        says='"lifecycle": "zzz" is not one of proposed, active, paused or closed',
        mends="Where the community stands",
    ),
    Case(
        name="false where only true makes sense",
        role=Role.CHARTER,
        old="    standing: true",
        new="    standing: false",
        code="not-allowed",
        place=(0, 15, 0, 20),
        says='"standing": "false" is not true',
    ),
    Case(
        name="a day written day first",
        role=Role.REUSE,
        old="date: 2026-04\n",
        new="date: 17.05.2024\n",
        code="not-a-date",
        place=(0, 7, 0, 17),
        says='"date": "17.05.2024" is no date; did you mean 2024-05-17?',
        mends="Write 2024, 2024-05 or 2024-05-17.",
    ),
    Case(
        name="a month that does not exist",
        role=Role.REUSE,
        old="date: 2026-04\n",
        new="date: 2024-13\n",
        code="not-a-date",
        place=(0, 7, 0, 14),
        says='"date": "2024-13" does not exist: there is no month 13',
    ),
    Case(
        name="a day that does not exist",
        role=Role.ARTIFACT,
        old="date: 2026-03-14",
        new="date: 2023-02-30",
        code="not-a-date",
        place=(0, 7, 0, 17),
        says='"date": "2023-02-30" does not exist: February 2023 has 28 days',
    ),
    Case(
        name="a bare year where a full day is needed",
        role=Role.CHARTER,
        old="review_by: 2026-12-31",
        new="review_by: 2026",
        code="not-a-date",
        place=(0, 12, 0, 16),
        says='"review_by": "2026" is no full date',
        mends="Write a day such as 2024-05-17.",
    ),
    Case(
        name="a year outside the calendar of this catalog",
        role=Role.REUSE,
        old="date: 2026-04\n",
        new="date: 9999\n",
        code="not-a-date",
        place=(0, 7, 0, 11),
        says='"date": "9999" does not exist: the year must lie between 1900 and 2199',
    ),
    Case(
        name="a quarter written the other way round",
        role=Role.ARTIFACT,
        old="period: 2025-Q3",
        new="period: Q3 2025",
        code="not-a-period",
        place=(0, 9, 0, 16),
        says='"period": "Q3 2025" is no period; did you mean 2025-Q3?',
    ),
    Case(
        name="a period that ends before it begins",
        role=Role.ARTIFACT,
        old="period: 2025-Q3",
        new="period: 2025-03/2024-12",
        code="not-a-period",
        place=(0, 9, 0, 24),
        says='"period": "2025-03/2024-12" is no period',
    ),
    Case(
        name="two of several that exclude each other",
        role=Role.CHARTER,
        old="    kind: how-to\n    due: 2026-06-30",
        new="    kind: how-to\n    due: 2026-06-30\n    standing: true",
        code="exactly-one",
        place=(-2, 5, 2, 19),
        says='an expected output has exactly one of "quantity", "due" or "standing"; found "due" and "standing"',
        mends="Keep one of due and standing and take out the rest.",
    ),
    Case(
        name="none of several of which one is needed",
        role=Role.REUSE,
        old="  unit: depot-north\n  community",
        new="  community",
        code="exactly-one",
        place=(-1, 1, -1, 8),
        says='a reusing party needs one of "unit" or "external"; there is none',
        mends="unit: The unit of the organisation (an id in organisation.yml)\nexternal: The name",
    ),
    Case(
        name="a steward who is neither somebody nor a vacant post",
        role=Role.CHARTER,
        old="  - vacant: true\n    role: Editor\n    since: 2026-09-01\n",
        new="  - role: Editor\n",
        code="exactly-one",
        place=(0, 5, 0, 17),
        says='a steward needs one of "person", "name" or "vacant"; there is none',
    ),
    Case(
        name="a vacant post with a first day",
        role=Role.CHARTER,
        old="    since: 2026-09-01\n",
        new="    from: 2026-09-01\n",
        code="not-together",
        place=(0, 5, 0, 9),
        says='"from" does not go with "vacant" in a steward',
        mends="Keep one of the two and take out the other.",
    ),
    Case(
        name="a sponsor's unit beside a person",
        role=Role.CHARTER,
        old="  - person: head-of-care\n",
        new="  - person: head-of-care\n    unit: operations\n",
        code="not-together",
        place=(1, 5, 1, 9),
        says='"unit" does not go with "person" in a sponsor',
    ),
    Case(
        name="a unit beside two sponsors in one is told by the choice alone",
        role=Role.CHARTER,
        old="  - name: Office of the operations director\n",
        new="  - name: Office of the operations director\n    person: head-of-care\n",
        code="exactly-one",
        place=(0, 5, 3, 22),
        says='a sponsor has exactly one of "person", "community" or "name"; found "name" and "person"',
    ),
    Case(
        name="a name that ends with a line break",
        role=Role.CHARTER,
        old="type: guild\n",
        new="type: |\n  guild\n",
        code="bad-format",
        place=(0, 7, 2, 1),
        says='did you mean "guild"?',
    ),
    Case(
        name="a name that is no slug",
        role=Role.CHARTER,
        old="type: guild",
        new="type: Working Group",
        code="bad-format",
        place=(0, 7, 0, 20),
        says='"type": "Working Group" does not fit; did you mean "working-group"?',
        mends="Write small letters a to z, digits and single hyphens between them.",
    ),
    Case(
        name="an artifact given by its path",
        role=Role.ARTIFACT,
        old="superseded_by: customer-care/refund-by-chat",
        new="superseded_by: ../../customer-care/artifacts/refund-by-chat.md",
        code="bad-format",
        place=(0, 16, 0, 63),
        says='did you mean "customer-care/refund-by-chat"?',
    ),
    Case(
        name="an address without its beginning",
        role=Role.ORGANISATION,
        old="url: https://alderbrook.example.org",
        new="url: alderbrook.example.org",
        code="bad-format",
        place=(0, 6, 0, 28),
        says='"url": "alderbrook.example.org" does not fit; did you mean "https://alderbrook.example.org"?',
    ),
    Case(
        name="an address that would run a script",
        role=Role.REUSE,
        old="  url: https://wiki.example.org/depot-north/counter\n",
        new="  url: javascript:alert(1)\n",
        code="bad-format",
        place=(0, 8, 0, 27),
        says='"url": "javascript:alert(1)" does not fit; write a web address that begins with https:// or http://',
    ),
    Case(
        name="a path that leads out of the repository",
        role=Role.REUSE,
        old="  title: Counter handbook of Depot North\n  url: https://wiki.example.org/depot-north/counter\n",
        new="  repository: depot-north/handbook\n  path: ../secret.md\n  commit: 4f0c2b9d7e1a\n",
        code="bad-format",
        place=(1, 9, 1, 21),
        says='"path": "../secret.md" does not fit; write a path inside the repository',
    ),
    Case(
        name="a role of contributors without a word",
        role=Role.ARTIFACT,
        old="  review:\n    - head-of-care",
        new="  ' ':\n    - head-of-care",
        code="bad-format",
        place=(0, 3, 0, 6),
        says='" " cannot be a key here; write a short name',
    ),
    Case(
        name="a blank title",
        role=Role.CHARTER,
        old="title: Customer care guild",
        new="title: '   '",
        code="too-short",
        place=(0, 8, 0, 13),
        says='"title" is empty',
        mends="The community's name. For example: title: Customer care guild",
    ),
    Case(
        name="a title that is too long",
        role=Role.ARTIFACT,
        old="title: Refund in one call",
        new=f"title: {'r' * 201}",
        code="too-long",
        place=(0, 8, 0, 209),
        says='"title" is too long: 201 characters, and at most 200 are allowed',
    ),
    Case(
        name="an empty list",
        role=Role.CHARTER,
        old="    targets:\n          - date: 2026-12-31\n".replace("    targets", "        targets"),
        new="        targets: []\n        measured:\n          - date: 2026-12-31\n",
        code="too-few",
        place=(0, 9, 0, 16),
        says='"targets" has too few entries; it needs at least 1',
        also=("unknown-key",),
    ),
    Case(
        name="a number that is too small",
        role=Role.CHARTER,
        old="      count: 2\n",
        new="      count: 0\n",
        code="out-of-range",
        place=(0, 14, 0, 15),
        says='"count": 0 does not fit; it must be at least 1',
    ),
    Case(
        name="no time at all",
        role=Role.CHARTER,
        old="        hours: 2\n",
        new="        hours: 0\n",
        code="out-of-range",
        place=(0, 16, 0, 17),
        says='"hours": 0 does not fit; it must be more than 0',
    ),
    Case(
        name="the same entry twice",
        role=Role.ARTIFACT,
        old="  - phone\n",
        new="  - refund\n",
        code="repeated-entry",
        place=(0, 5, 0, 11),
        says='entry 2 of "tags" is the same as entry 1',
    ),
    Case(
        name="a kind that is not known",
        role=Role.ARTIFACT,
        old="kind: best-practice",
        new="kind: Best Practise",
        code="unknown-kind",
        place=(0, 7, 0, 20),
        says='"Best Practise" is no kind of artifact; did you mean "best-practice"?',
        mends="The kinds are best-practice, bookmark, decision, how-to, idea, lesson-learned, meeting-report",
    ),
    Case(
        name="a kind's field without its required value",
        role=Role.ARTIFACT,
        old="kind: best-practice",
        new="kind: bookmark",
        code="missing-key",
        place=(-1, 1, -1, 1),
        says='"url" is missing; an artifact of the kind "bookmark" needs it',
        mends="The address of the page.",
    ),
    Case(
        name="a kind's field of another kind",
        role=Role.ARTIFACT,
        old="kind: best-practice",
        new="kind: how-to\nsolved: true",
        code="unknown-key",
        place=(1, 1, 1, 7),
        says='"solved" is not a key of an artifact of the kind "how-to"',
    ),
    Case(
        name="a kind's field with a value that is not allowed",
        role=Role.ARTIFACT,
        old="kind: best-practice",
        new="kind: project-status\nhealth: orange",
        code="not-allowed",
        place=(1, 9, 1, 15),
        says='"health": "orange" is not one of green, amber or red',
    ),
    Case(
        name="a value that is truly neither number nor truth value",
        role=Role.MEASUREMENT,
        old="    value: 5\n",
        new="    value: many\n",
        code="wrong-type",
        place=(0, 12, 0, 16),
        says='"value": a number or true or false is expected, found text',
    ),
    Case(
        name="a field that is described in another way than JSON Schema",
        role=Role.KIND,
        old="    type: integer",
        new="    type: whole",
        code="not-allowed",
        place=(0, 11, 0, 16),
        says='The field "minutes" is no JSON Schema: "type": "whole" is not one of array, boolean, integer',
    ),
    Case(
        name="a word that JSON Schema does not know",
        role=Role.KIND,
        old="    minimum: 1",
        new="    minimun: 1",
        code="unknown-key",
        place=(0, 5, 0, 12),
        says='"minimun" is not a key of a field; did you mean "minimum"?',
    ),
    Case(
        name="a field with the name of a key that every artifact has",
        role=Role.KIND,
        old="  season:",
        new="  summary:",
        code="taken-key",
        place=(0, 3, 0, 10),
        says='"summary" is already a key of every artifact',
    ),
    Case(
        name="a field with a name that the catalog keeps for itself",
        role=Role.KIND,
        old="  season:",
        new="  body:",
        code="taken-key",
        place=(0, 3, 0, 7),
        says='"body" is already a key of every artifact',
    ),
    Case(
        name="a field that refers to something elsewhere",
        role=Role.KIND,
        old="    enum: [summer, winter]",
        new="    $ref: https://schemas.example.org/season.json",
        code="unsafe-field",
        place=(0, 5, 0, 9),
        says='"$ref" is not allowed in a field: it may lead out of this file',
    ),
    Case(
        name="a field with a pattern that may never end",
        role=Role.KIND,
        old="    enum: [summer, winter]",
        new="    pattern: ^(a+)+$",
        code="unsafe-field",
        place=(0, 14, 0, 21),
        says='The pattern "^(a+)+$" cannot be used: it repeats a part in brackets',
        mends="Name the allowed values with enum",
    ),
    Case(
        name="a required field that is not described",
        role=Role.KIND,
        old="required_fields:\n  - minutes",
        new="required_fields:\n  - minuts",
        code="unknown-field",
        place=(1, 5, 1, 11),
        says='"minuts" is no key of this kind; did you mean "minutes"?',
    ),
    Case(
        name="a field whose name is no word",
        role=Role.KIND,
        old="  season:",
        new="  the season:",
        code="bad-format",
        place=(0, 3, 0, 13),
        says='"the season" cannot be a key here; write letters, digits, _ and -, beginning with a letter',
    ),
]


def checked(case: Case) -> tuple[list[Diagnostic], int]:
    """What is found in the case's text, and the line on which its change begins."""
    text = TEXTS[case.role]
    assert text.count(case.old) == 1, f"{case.old!r} stands {text.count(case.old)} times"
    line = text[: text.index(case.old)].count("\n") + 1
    return findings(case.role, text.replace(case.old, case.new)), line


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_fault_is_found_at_its_place(case: Case) -> None:
    found, first_line = checked(case)
    assert sorted(finding.code for finding in found) == sorted((case.code, *case.also))
    (finding,) = (finding for finding in found if finding.code == case.code)
    line, column, end_line, end_column = case.place
    if finding.span.line == 1 and case.code == "missing-key":
        assert (finding.span.line, finding.span.column) == (1, 1)
    else:
        span = finding.span
        offset = (span.line - first_line, span.column, span.end_line - first_line, span.end_column)
        assert offset == (line, column, end_line, end_column)
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_fault_says_what_to_write(case: Case) -> None:
    found, _ = checked(case)
    (finding,) = (finding for finding in found if finding.code == case.code)
    assert case.says in finding.message
    assert case.mends in (finding.help or "")
    assert finding.help, "every finding offers a mend"


def test_a_key_that_the_whole_file_lacks_is_missed_at_its_first_line() -> None:
    text = "# Kept by the guild.\n\n" + CHARTER.replace("review_by: 2026-12-31\n", "")
    assert places(findings(Role.CHARTER, text)) == [("missing-key", 1, 1)]


def test_all_faults_are_told_at_once() -> None:
    text = "title: 3\nlifecycle: Active\nstartd: 2020-02-31\nsponsors: []\ngoal: {statement: ''}\n"
    assert places(findings(Role.CHARTER, text)) == [
        *[("missing-key", 1, 1)] * 6,
        ("wrong-type", 1, 8),
        ("not-allowed", 2, 12),
        ("unknown-key", 3, 1),
        ("too-few", 4, 1),
        ("missing-key", 5, 1),
        ("missing-key", 5, 1),
        ("too-short", 5, 19),
    ]


def test_an_email_is_never_repeated_in_a_finding() -> None:
    text = PEOPLE.replace("      - night-shift@example.org", "      - night-shift at example.org")
    text = text.replace("    emails:\n      - night", "    emails:\n      - 12345\n      - night")
    found = findings(Role.PEOPLE, text)
    assert [finding.code for finding in found] == ["wrong-type", "bad-format"]
    assert not any("night-shift" in f"{finding.message}" or "12345" in f"{finding.help}" for finding in found)
    as_text = PEOPLE.replace(
        "    emails:\n      - night-shift@example.org\n      - planner@example.org\n",
        "    emails: secret@alderbrook.example.org\n",
    )
    (finding,) = findings(Role.PEOPLE, as_text)
    assert finding.code == "wrong-type"
    assert "secret" not in f"{finding.message}{finding.help}"


@pytest.mark.parametrize("field", ["url", "external"])
def test_what_is_written_cannot_break_a_line_of_the_report(field: str) -> None:
    text = f'people:\n  - id: a\n    name: A\n    {field}: "b\\n\\tc:d"\n    "k\\ney": 1\n'
    assert all("\n" not in finding.message for finding in findings(Role.PEOPLE, text))


def test_a_document_that_could_not_be_read_is_not_checked() -> None:
    assert data_findings(Role.CHARTER, None) == []
