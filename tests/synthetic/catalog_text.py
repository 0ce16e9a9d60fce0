"""The texts of a synthetic catalog: every file by path, the same for the same seed and size."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

ARTIFACTS_PER_COMMUNITY = 50
WORDS = tuple(
    """
    answer ask board build care change check choose claim clear close cost count customer day desk draft edge
    evidence field find first fix guide hand help hour idea join keep learn line list load make map mark
    member mend note open order part people place plan point print proof queue read record repair report reuse
    review role rule run save scope serve shift show sign site step store talk task team tell term test time
    tool track try turn unit use visit wait week word work write year
    """.split()
)
KINDS = {
    "best-practice": ("Context", "Problem", "Solution"),
    "idea": ("Problem", "Idea", "Expected benefit"),
    "lesson-learned": ("What happened", "What we learned", "What to do next time"),
    "how-to": ("Before you start", "Steps", "Result"),
    "tool": ("What it does", "How to get it"),
}
UNITS = 12
PEOPLE = 60
START = date(2024, 1, 1)


@dataclass(frozen=True)
class Draw:
    """Words, names and days drawn from one seeded source."""

    source: random.Random

    def words(self, count: int) -> str:
        return " ".join(self.source.choices(WORDS, k=count))

    def paragraphs(self, count: int) -> str:
        sentences = (f"{self.words(14).capitalize()}." for _ in range(count // 14))
        return "\n\n".join(" ".join(group) for group in _groups(sentences, 5))


def files(size: int, seed: int = 7) -> Iterator[tuple[str, str]]:
    """Path and text of every file of a catalog with *size* artifacts."""
    draw = Draw(random.Random(seed))
    yield "communities/organisation.yml", _organisation()
    yield "communities/people.yml", _people()
    names = [f"community-{number:05d}" for number in range(max(1, size // ARTIFACTS_PER_COMMUNITY))]
    refs = [f"{names[number % len(names)]}/artifact-{number:06d}" for number in range(size)]
    for name in names:
        yield f"communities/{name}/charter.yml", _charter(name, draw)
        yield f"communities/{name}/measurements/hours-saved.yml", _measurement(draw)
    for number, ref in enumerate(refs):
        community, slug = ref.split("/")
        yield f"communities/{community}/artifacts/{slug}.md", _artifact(number, refs, draw)
        if number % 3 == 0:
            day = START + timedelta(days=400 + number % 300)
            yield f"communities/{community}/reuse/{day}-{slug}.yml", _reuse(ref, number, draw)


def _groups(items: Iterator[str], size: int) -> Iterator[list[str]]:
    group: list[str] = []
    for item in items:
        group.append(item)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group


def _organisation() -> str:
    units = "".join(f"  - id: unit-{n:02d}\n    title: Unit {n:02d}\n" for n in range(UNITS))
    return (
        "name: Example Works\nobjectives:\n  - id: save-time\n    title: Save time\naudiences:\n"
        "  - id: engineers\n    title: Engineers\n  - id: planners\n    title: Planners\nunits:\n" + units
    )


def _people() -> str:
    return "people:\n" + "".join(
        f"  - id: person-{n:02d}\n    name: Person {n:02d}\n    unit: unit-{n % UNITS:02d}\n"
        f"    emails:\n      - person-{n:02d}@example.org\n"
        for n in range(PEOPLE)
    )


def _charter(name: str, draw: Draw) -> str:
    return f"""title: {name.replace("-", " ").capitalize()}
summary: {draw.words(12).capitalize()}.
lifecycle: active
started: {START}
review_by: 2027-12-31
sponsors:
  - name: Head of operations
    unit: unit-00
stewards:
  - person: person-{draw.source.randrange(PEOPLE):02d}
goal:
  statement: {draw.words(10).capitalize()}.
  organisation:
    - objective: save-time
      why: {draw.words(8).capitalize()}.
  members:
    - role: Engineer
      why: {draw.words(8).capitalize()}.
      makes: [{", ".join(KINDS)}]
expected_outputs:
{"".join(map(_expected_output, KINDS))}outcomes:
  - id: time-saved
    title: Less time is lost
    objective: save-time
    from_outputs: [{", ".join(KINDS)}]
    indicators:
      - id: hours-saved
        title: Hours saved a month
        unit: hours
        direction: increase
        aggregation: sum
        baseline: {{date: {START}, value: 0}}
        targets:
          - {{date: 2027-12-31, value: 100}}
"""


def _expected_output(kind: str) -> str:
    return (
        f"  - id: {kind}\n    title: {kind.capitalize()}\n    kind: {kind}\n    for: [engineers, planners]\n"
        "    done_when: [Somebody else tried it]\n    quantity: {count: 4, per: quarter}\n"
    )


def _measurement(draw: Draw) -> str:
    days = (START + timedelta(days=90 * n) for n in range(1, 9))
    values = "".join(f"  - date: {day}\n    value: {draw.source.randrange(100)}\n" for day in days)
    return f"indicator: hours-saved\nvalues:\n{values}"


def _artifact(number: int, refs: list[str], draw: Draw) -> str:
    kind, headings = list(KINDS.items())[number % len(KINDS)]
    based_on = ""
    if number and number % 4 == 0:
        source = refs[draw.source.randrange(number)]
        based_on = f"based_on:\n  - artifact: {source}\n    mode: adapted\n"
    body = "\n\n".join(f"## {heading}\n\n{draw.paragraphs(600 // len(headings))}" for heading in headings)
    return (
        f"---\ntitle: {draw.words(6).capitalize()}\nkind: {kind}\nsummary: {draw.words(16).capitalize()}.\n"
        f"date: {START + timedelta(days=number % 700)}\nauthors: [person-{number % PEOPLE:02d}]\noutput: {kind}\n"
        f"tags: [{draw.words(1)}, area-{number % 20}]\n{based_on}---\n\n{body}\n"
    )


def _reuse(ref: str, number: int, draw: Draw) -> str:
    return (
        f"artifact: {ref}\nused_by:\n  unit: unit-{(number + 5) % UNITS:02d}\nused_in:\n"
        f"  title: {draw.words(4).capitalize()}\n  visibility: internal\nmode: as-is\n"
    )
