"""The site's one stylesheet: every part is in it, once, and nothing is left to be fetched."""

from pathlib import Path

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
