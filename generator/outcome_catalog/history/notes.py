"""The sentences that say what limits the dates: what was met, what it means, and what to do about it."""

from typing import Final

from outcome_catalog.model.history import HistoryNote

NO_GIT: Final = HistoryNote(
    "no_git",
    "Git is not installed here, or cannot be run, so there are no dates and no authors from the history. "
    "Install git and run this again.",
)
NO_REPOSITORY: Final = HistoryNote(
    "no_repository",
    "This folder is not in a Git repository, so there are no dates and no authors from the history. "
    "Work in a clone of the repository rather than in a downloaded copy, or begin one with 'git init' and a commit.",
)
NO_COMMITS: Final = HistoryNote(
    "no_commits",
    "The branch that is checked out has no commits yet, so there are no dates and no authors. They appear with the "
    "first commit.",
)
BARE: Final = HistoryNote(
    "bare",
    "The Git repository here is bare: it holds no files of its own, so its dates cannot be matched with these files. "
    "Clone it and work in the clone.",
)
FOREIGN: Final = HistoryNote(
    "foreign",
    "Git refuses to read this repository because it belongs to another user, so there are no dates and no authors. "
    "Where you trust it, run 'git config --global --add safe.directory' with the repository's folder.",
)
DAMAGED: Final = HistoryNote(
    "damaged",
    "Git cannot read the history of this repository, so there are no dates and no authors: it may be damaged. "
    "'git fsck' says where; a fresh clone is the usual mend.",
)
CONTENTS_MISSING: Final = HistoryNote(
    "contents_missing",
    "This is a partial clone and contents that the history needs are not here, so there are no dates and no authors. "
    "Nothing is fetched while a catalog is built: clone without '--filter'.",
)
SHALLOW: Final = HistoryNote(
    "shallow",
    "This is a shallow clone, with the latest commits alone: the dates of older files are later than the truth, and "
    "some authors are missing. Fetch the whole history: 'git fetch --unshallow', or 'fetch-depth: 0' in the checkout "
    "step of a workflow.",
)
PARTIAL: Final = HistoryNote(
    "partial",
    "This is a partial clone: a file that was renamed and changed in one commit seems to begin with that commit, "
    "because the older contents are not here. Clone without '--filter' for the whole history.",
)
NOTHING_COMMITTED: Final = HistoryNote(
    "nothing_committed",
    "None of the catalog's files is in the last commit of the Git repository that holds this folder, so there are no "
    "dates and no authors. Commit the files; where another repository happens to lie around this folder, 'git init' "
    "gives it one of its own.",
)
DETACHED: Final = HistoryNote(
    "detached",
    "No branch is checked out (the HEAD is detached), as is usual in automatic builds: the dates are those of the "
    "commit that is checked out. Check out a branch where you expected one.",
)


def dirty(count: int) -> HistoryNote:
    """The note for *count* files that differ from the last commit."""
    files = "1 file differs" if count == 1 else f"{count} files differ"
    return HistoryNote(
        "dirty",
        f"{files} from the last commit: the dates and authors are those of the last commit, and a file that was never "
        "committed has none. Commit the changes to have them counted.",
        n=count,
    )


def backwards(count: int) -> HistoryNote:
    """The note for *count* files whose author dates run backwards."""
    files = "1 file" if count == 1 else f"{count} files"
    return HistoryNote(
        "backwards",
        f"Author dates run backwards in {files}: a later commit carries an earlier date, from a wrong clock or from "
        "work that was merged late. The dates are shown as git recorded them.",
        n=count,
    )


def ahead(count: int) -> HistoryNote:
    """The note for *count* commits whose author day has not come yet."""
    commits = "1 commit carries a day that has" if count == 1 else f"{count} commits carry days that have"
    return HistoryNote(
        "ahead",
        f"{commits} not come yet, from a wrong clock: what was brought in stands by its own date, and as work it "
        "counts on no day until then.",
        n=count,
    )


def many_moved(commit: str) -> HistoryNote:
    """The note for *commit*, which added and removed more files at once than git compares with each other."""
    return HistoryNote(
        "many_moved",
        f"Commit {commit[:12]} adds and removes so many files at once that git does not look for changed files among "
        "them: some files may seem to begin there. Move files in smaller steps, or unchanged.",
        commit=commit[:12],
    )
