"""The site's one stylesheet: every part is in it, once, and nothing is left to be fetched."""

import re
from pathlib import Path

import outcome_catalog
from outcome_catalog.insights.figures import Grade, VitalityState
from outcome_catalog.mkdocs_plugin.site_parts import write_stylesheet
from outcome_catalog.publish.stylesheet import ADDRESS, FOLDER, joined_parts, stylesheet
from outcome_catalog.resources import bundled


def test_every_part_is_in_the_stylesheet_once() -> None:
    whole = stylesheet()
    parts = [path for path in (bundled("overrides") / FOLDER).glob("*.css") if path.name != "catalog.css"]
    assert len(parts) > 10
    for part in parts:
        assert whole.count(part.read_text(encoding="utf-8")) == 1, f"{part.name} is not imported by catalog.css"


def test_no_part_is_left_to_be_fetched() -> None:
    assert "@import" not in stylesheet()


def test_parts_stand_in_the_order_of_the_index(tmp_path: Path) -> None:
    (tmp_path / "catalog.css").write_text('/* order */\n@import "second.css";\n@import "first.css";\n')
    (tmp_path / "first.css").write_text("a {}\n")
    (tmp_path / "second.css").write_text("b {}\n")
    assert joined_parts(tmp_path) == "/* order */\nb {}\n\na {}\n\n"


def test_a_theme_folder_s_own_stylesheet_stays(tmp_path: Path) -> None:
    write_stylesheet(tmp_path)
    written = tmp_path / ADDRESS
    assert written.read_text() == stylesheet()
    written.write_text("body {}")
    write_stylesheet(tmp_path)
    assert written.read_text() == "body {}"


def texts(folder: Path, *endings: str) -> str:
    """All files in *folder* with one of the *endings*, one behind the other."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*")) if path.suffix in endings)


SCRIPTS = texts(Path(str(bundled("overrides"))), ".js")
TEMPLATES_AND_CODE = "\n".join(
    (texts(Path(str(bundled("overrides"))), ".html"), texts(Path(outcome_catalog.__file__).parent, ".py"))
)
WRITTEN = "\n".join((TEMPLATES_AND_CODE, SCRIPTS))
"""Everything that writes classes: templates, scripts and code."""
FOR_TESTS = {"oc-cite", "oc-period"}
"""Classes by which tests alone find something."""
NO_CLASS = {"oc-command"}
"""What the code calls a run of text that a template shows as an element."""
OF_STATES = {f"oc-{state.value}" for state in (*Grade, *VitalityState)}
"""What a chart calls its marks."""


def is_written(name: str) -> bool:
    """True where something writes the class *name*, or its beginning before a value: ``oc-grade--{{ grade }}``."""
    beginnings = [name[: mark.end()] for mark in re.finditer("[-_]", name)][1:]
    return name in WRITTEN or any(f"{beginning}{{" in WRITTEN for beginning in beginnings)


def test_no_rule_is_for_what_nothing_writes() -> None:
    rules = re.sub(r"/\*.*?\*/", "", stylesheet(), flags=re.DOTALL)
    names = set(re.findall(r"\.((?:oc|is)-[\w-]+)", rules))
    assert len(names) > 150
    assert not is_written("oc-nothing-writes-this")
    assert sorted(name for name in names - OF_STATES if not is_written(name)) == []


def test_no_class_is_written_that_nothing_reads() -> None:
    """By a rule of the site or of a report as one file, or by a script; of some only the beginning is written."""
    report = (bundled("overrides") / "partials/report/style.html").read_text(encoding="utf-8")
    readers = "\n".join((stylesheet(), report, SCRIPTS))
    read, written = (set(re.findall(r"(?<![\w-])oc-[\w-]+", text)) for text in (readers, TEMPLATES_AND_CODE))
    assert len(written) > 150
    unread = {name for name in written - read if not any(known.startswith(name) for known in read if name[-1] in "-_")}
    assert unread == FOR_TESTS | NO_CLASS


def test_every_property_of_ours_that_a_rule_takes_is_set_and_the_other_way_round() -> None:
    whole = stylesheet()
    taken, given = set(re.findall(r"var\((--oc-[\w-]+)", whole)), set(re.findall(r"(--oc-[\w-]+)\s*:", whole))
    assert (taken - given, given - taken) == (set(), set())
