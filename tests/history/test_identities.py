"""Names after .mailmap, and e-mails that stay inside."""

import logging

import pytest

from outcome_catalog.history import read_history
from tests.history.git_project import GitProject, text

A = "communities/writers/artifacts/a.md"


def _author(project: GitProject) -> tuple[str, str]:
    commit = read_history(project.root, {}, None).revisions_of(A)[-1]
    return commit.name, commit.email


def test_an_author_is_as_recorded_where_nothing_maps_it(project: GitProject) -> None:
    project.write(A, text("a"))
    project.commit(author="Zoë van der Berg <zoe@example.org>")

    assert _author(project) == ("Zoë van der Berg", "zoe@example.org")


@pytest.mark.parametrize(
    ("mailmap", "expected"),
    [
        ("New Name <old@example.org>\n", ("New Name", "old@example.org")),
        ("<new@example.org> <OLD@example.org>\n", ("Old Name", "new@example.org")),
        ("New <new@example.org> Old Name <old@example.org>\n", ("New", "new@example.org")),
        ("New <new@example.org> Another Name <old@example.org>\n", ("Old Name", "old@example.org")),
        ("not a mail map at all\n", ("Old Name", "old@example.org")),
    ],
)
def test_mailmap_is_honoured(project: GitProject, mailmap: str, expected: tuple[str, str]) -> None:
    project.write(A, text("a"))
    project.write(".mailmap", mailmap)
    project.commit(author="Old Name <old@example.org>")

    assert _author(project) == expected


def test_the_repositorys_mailmap_holds_for_a_project_in_a_folder_of_it(project: GitProject) -> None:
    project.write(f"catalog/{A}", text("a"))
    project.write(".mailmap", "New Name <old@example.org>\n")
    project.commit(author="Old Name <old@example.org>")

    (commit,) = read_history(project.root / "catalog", {}, None).revisions_of(A)

    assert commit.name == "New Name"


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        (b"No Address <> 1600000000 +0000", ("No Address", "")),
        (b" <only@example.org> 1600000000 +0000", ("", "only@example.org")),
        (b"Odd > Name <odd@example.org> 1600000000 +0000", ("Odd > Name", "odd@example.org")),
        (b"Control \x01 <control@example.org> 1600000000 +0000", ("Control \x01", "control@example.org")),
        (b"No time <time@example.org>", ("No time", "time@example.org")),
        (b"Latin \xe9 <latin@example.org> 1600000000 +0000", ("Latin \ufffd", "latin@example.org")),
        (b"Far <far@example.org> 99999999999999 +0000", ("Far", "far@example.org")),
        (b"nothing at all", ("", "")),
    ],
)
def test_an_ill_formed_author_is_taken_as_far_as_it_goes(
    project: GitProject, recorded: bytes, expected: tuple[str, str]
) -> None:
    project.write(A, text("a"))
    project.commit()
    tree = project.git("rev-parse", "HEAD^{tree}").encode()
    content = b"tree %s\nauthor %s\ncommitter C <c@example.org> 1600000000 +0000\n\nm\n" % (tree, recorded)
    commit = project.git("hash-object", "-t", "commit", "-w", "--stdin", "--literally", given=content)
    project.git("update-ref", "refs/heads/main", commit)

    assert _author(project) == expected


def test_a_signature_is_seen_without_any_program_being_run(project: GitProject) -> None:
    project.write(A, text("a"))
    project.commit()
    project.git("config", "gpg.program", "/bin/false")
    project.git("config", "log.showSignature", "true")
    plain = project.git("cat-file", "commit", "HEAD").encode()
    head, _, message = plain.partition(b"\n\n")
    signature = b"\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n aGVsbG8=\n -----END PGP SIGNATURE-----"
    signed = project.git("hash-object", "-t", "commit", "-w", "--stdin", given=head + signature + b"\n\n" + message)
    project.git("update-ref", "refs/heads/main", signed)
    project.write(A, text("a") + "gpgsig\n")
    project.git("add", "-A")
    project.git("commit", "-qm", "A message\n\ngpgsig in its text")

    commits = read_history(project.root, {}, None).revisions_of(A)

    assert [commit.signature for commit in commits] == ["signed", "unsigned"]


def test_e_mails_are_never_logged(
    project: GitProject, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    project.write(A, text("a"))
    project.commit(author="Old Name <secret@example.org>")

    assert _author(project)[1] == "secret@example.org"
    assert "secret" not in caplog.text
    assert "secret" not in "".join(capfd.readouterr())
