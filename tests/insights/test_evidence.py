"""The evidence grade of records and entries: who can vouch for what, and what can be seen from here (data-model §6)."""

from dataclasses import replace

import pytest

from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.figures import Grade, NotCounted, ReuseEvent
from outcome_catalog.model.artifact import Mode
from outcome_catalog.model.catalog import Catalog, LeftOut
from outcome_catalog.model.history import Depth, Signature
from outcome_catalog.model.ids import ArtifactRef, CommitId, CommunityId, PersonId, UnitId
from outcome_catalog.model.organisation import Unit
from outcome_catalog.model.people import FormerUnit
from outcome_catalog.model.reuse import Confirmation, UsedBy, UsedIn, Withdrawal
from tests.insights.catalogs import (
    Git,
    a_catalog,
    a_person,
    a_record,
    an_artifact,
    an_organisation,
    artifact_path,
    based_on,
    confirmation_by,
    day,
    record_path,
)
from tests.insights.english import english

RECORD = "guides/2025-06-01-harbour"
GUIDE = an_artifact("guides/triage", authors=(PersonId("writer"),))
PEOPLE = (
    a_person("writer", unit=UnitId("support")),
    a_person("mate", external="Harbour Works"),
    a_person("stranger", external="Other Works"),
    a_person("nomad"),
)


def git_with_record_by(author: str, depth: Depth = Depth.COMPLETE) -> Git:
    git = Git(depth)
    git.commit("writer", "2025-01-15", artifact_path("guides/triage"))
    git.commit(author, "2025-06-01", record_path(RECORD))
    return git


def the_event(catalog: Catalog, event_id: str = RECORD) -> ReuseEvent:
    return next(event for event in figures(catalog).events if event.id == event_id)


def test_a_record_brought_in_by_the_reusing_side_is_attested():
    git = git_with_record_by("mate")
    event = the_event(a_catalog(GUIDE, a_record(RECORD, "guides/triage"), *PEOPLE, history=git.history))
    assert (event.grade, event.counted, event.signature) == (Grade.ATTESTED, True, Signature.UNSIGNED)
    assert event.commit == list(git.commits)[1]
    assert event.recorded == day("2025-06-01")
    assert english(event.reason) == (
        f"Attested: the record came in with commit {event.commit[:10]} by somebody of Harbour Works on 1 Jun 2025; the "
        "commit is not signed; the place of use lies outside the catalog and cannot be seen from here."
    )


def test_a_signature_is_said_and_said_to_be_unchecked():
    history = git_with_record_by("mate").history
    signed = {id_: replace(commit, signature=Signature.SIGNED) for id_, commit in history.commits.items()}
    catalog = a_catalog(GUIDE, a_record(RECORD, "guides/triage"), *PEOPLE, history=replace(history, commits=signed))
    event = the_event(catalog)
    assert event.signature is Signature.SIGNED
    assert "; the commit carries a signature, which was not checked; " in english(event.reason)


def test_a_unit_is_called_by_its_title():
    desk = Unit(id=UnitId("desk"), title="Service desk", parent=UnitId("support"))
    organisation = replace(an_organisation(("support", None)), units=(desk,))
    record = a_record(RECORD, "guides/triage", used_by=UsedBy(unit=UnitId("desk")))
    history = git_with_record_by("user").history
    user = a_person("user", unit=UnitId("desk"))
    event = the_event(a_catalog(GUIDE, record, user, history=history, organisation=organisation))
    assert "by somebody of Service desk on 1 Jun 2025" in english(event.reason)


@pytest.mark.parametrize(
    ("author", "because"),
    [
        ("writer", "by an author of the artifact, who cannot vouch for its use"),
        ("stranger", "by somebody of Other Works, which is not the reusing side"),
        ("nomad", "by somebody for whom people.yml states no unit on that day"),
        ("nobody-known", "by an author whom people.yml does not know"),
    ],
)
def test_nobody_else_attests_and_the_reason_says_why(author: str, because: str):
    history = git_with_record_by(author).history
    event = the_event(a_catalog(GUIDE, a_record(RECORD, "guides/triage"), *PEOPLE, history=history))
    assert event.grade is Grade.CLAIMED
    assert event.counted
    commit = list(history.commits)[1]
    assert english(event.reason) == f"Claimed: the record came in with commit {commit[:10]} on 1 Jun 2025, {because}."


def record_changed_by(author: str, since: str, *, confirmed: str | None = None) -> ReuseEvent:
    """A record that the reusing side brought in, in which *author* then wrote *since*; and was confirmed on a day."""
    git, path = git_with_record_by("mate"), record_path(RECORD)
    moments = {"2025-07-01": lambda: git.commit(author, "2025-07-01", path, brings=[(path, since)])}
    if confirmed is not None:
        moments[confirmed] = lambda: git.commit("mate", confirmed, path, brings=[(path, "mate")])
    for moment in sorted(moments):
        moments[moment]()
    confirmations = () if confirmed is None else (confirmation_by("mate", confirmed),)
    record = a_record(RECORD, "guides/triage", confirmed_by=confirmations)
    return the_event(a_catalog(GUIDE, record, *PEOPLE, history=git.history))


@pytest.mark.parametrize(
    ("since", "words"),
    [
        ("guides/triage", "names another artifact"),
        ("mode: as-is", "tells of a use, where it told of none"),
    ],
)
def test_what_the_reusing_side_brought_in_vouches_for_nothing_that_others_made_of_it(since: str, words: str):
    event = record_changed_by("writer", since)
    assert event.grade is Grade.CLAIMED
    assert english(event.reason).endswith(
        f"on 1 Jul 2025, by an author of the artifact, who cannot vouch for its use; since then it {words}."
    )


def test_the_reusing_side_may_change_what_it_brought_in():
    event = record_changed_by("mate", "guides/triage")
    assert event.grade is Grade.ATTESTED
    assert english(event.reason).startswith("Attested: the record as it stands came in with commit")


@pytest.mark.parametrize(("confirmed", "grade"), [("2025-06-15", Grade.CLAIMED), ("2025-07-15", Grade.ATTESTED)])
def test_a_confirmation_vouches_for_what_the_record_said_by_then(confirmed: str, grade: Grade):
    event = record_changed_by("writer", "guides/triage", confirmed=confirmed)
    assert event.grade is grade
    assert ("the record was changed after it" in english(event.reason)) == (grade is Grade.CLAIMED)


def test_what_a_record_says_only_after_the_day_judged_is_not_vouched_for_by_then():
    history = git_with_record_by("mate").history
    catalog = a_catalog(GUIDE, a_record(RECORD, "guides/triage"), *PEOPLE, history=history)
    told = {place: c for place, c in catalog.history.introductions.items() if place[1] != "guides/triage"}
    event = the_event(replace(catalog, history=replace(catalog.history, introductions=told)))
    assert event.grade is Grade.CLAIMED
    assert "git does not tell that the record said by then what it says now" in english(event.reason)


def test_other_changes_to_a_record_leave_what_vouched_for_it():
    assert record_changed_by("writer", "another-word").grade is Grade.ATTESTED


def test_an_author_of_the_artifact_vouches_for_nothing_even_from_the_reusing_side():
    guide = an_artifact("guides/triage", authors=(PersonId("writer"), PersonId("mate")))
    history = git_with_record_by("mate").history
    event = the_event(a_catalog(guide, a_record(RECORD, "guides/triage"), *PEOPLE, history=history))
    assert event.grade is Grade.CLAIMED


def test_names_of_organisations_are_compared_without_case_and_white_space():
    used_by = UsedBy(external="  HARBOUR   works ")
    record = a_record(RECORD, "guides/triage", used_by=used_by)
    history = git_with_record_by("mate").history
    assert the_event(a_catalog(GUIDE, record, *PEOPLE, history=history)).grade is Grade.ATTESTED


@pytest.mark.parametrize(
    ("until", "grade"), [("2025-05-31", Grade.CLAIMED), ("2025-06-01", Grade.ATTESTED), ("2025-06-02", Grade.ATTESTED)]
)
def test_belonging_is_judged_on_the_day_of_the_commit(until: str, grade: Grade):
    left = FormerUnit(until=day(until), external="Harbour Works")
    mover = a_person("mover", external="Other Works", former_units=(left,))
    history = git_with_record_by("mover").history
    event = the_event(a_catalog(GUIDE, a_record(RECORD, "guides/triage"), mover, history=history))
    assert event.grade is grade


@pytest.mark.parametrize(
    ("member_of", "used_by", "grade"),
    [
        ("desk", "desk", Grade.ATTESTED),
        ("desk", "support", Grade.ATTESTED),
        ("desk", "company", Grade.ATTESTED),
        ("support", "desk", Grade.CLAIMED),
        ("sales", "support", Grade.CLAIMED),
        ("ring-a", "ring-b", Grade.ATTESTED),
        ("ring-a", "desk", Grade.CLAIMED),
    ],
)
def test_a_member_of_a_unit_is_a_member_of_the_units_above_it(member_of: str, used_by: str, grade: Grade):
    units = (("company", None), ("support", "company"), ("desk", "support"), ("sales", "company"))
    rings = (("ring-a", "ring-b"), ("ring-b", "ring-a"))
    catalog = a_catalog(
        GUIDE,
        a_record(RECORD, "guides/triage", used_by=UsedBy(unit=UnitId(used_by))),
        a_person("user", unit=UnitId(member_of)),
        history=git_with_record_by("user").history,
        organisation=an_organisation(*units, *rings),
    )
    assert the_event(catalog).grade is grade


def test_a_confirmation_attests_where_the_one_who_confirms_committed_it():
    git = git_with_record_by("writer")
    reference = (record_path(RECORD), "mate")
    confirming = git.commit("mate", "2025-07-01", record_path(RECORD), brings=[reference])
    record = a_record(RECORD, "guides/triage", confirmed_by=(confirmation_by("mate"),))
    event = the_event(a_catalog(GUIDE, record, *PEOPLE, history=git.history))
    assert event.grade is Grade.ATTESTED
    assert event.proof == confirming
    assert event.commit != confirming
    assert event.recorded == day("2025-06-01")
    assert "a confirmation" in english(event.reason)


def test_a_confirmation_that_somebody_else_wrote_attests_nothing():
    git = git_with_record_by("writer")
    git.commit("writer", "2025-07-01", record_path(RECORD), brings=[(record_path(RECORD), "mate")])
    record = a_record(RECORD, "guides/triage", confirmed_by=(confirmation_by("mate"),))
    event = the_event(a_catalog(GUIDE, record, *PEOPLE, history=git.history))
    assert event.grade is Grade.CLAIMED
    assert "did not commit it themselves" in english(event.reason)
    assert event.proof is None


def test_one_persons_commit_does_not_carry_anothers_confirmation():
    git = git_with_record_by("writer")
    other = a_person("purser", external="Harbour Works")
    git.commit("purser", "2025-07-01", record_path(RECORD), brings=[(record_path(RECORD), "mate")])
    record = a_record(RECORD, "guides/triage", confirmed_by=(confirmation_by("mate"),))
    assert the_event(a_catalog(GUIDE, record, other, *PEOPLE, history=git.history)).grade is Grade.CLAIMED


@pytest.mark.parametrize("confirmer", ["writer", "stranger"])
def test_a_confirmation_from_the_wrong_side_attests_nothing(confirmer: str):
    git = git_with_record_by("writer")
    git.commit(confirmer, "2025-07-01", record_path(RECORD), brings=[(record_path(RECORD), confirmer)])
    record = a_record(RECORD, "guides/triage", confirmed_by=(confirmation_by(confirmer),))
    event = the_event(a_catalog(GUIDE, record, *PEOPLE, history=git.history))
    assert event.grade is Grade.CLAIMED
    assert "A confirmation does not count" in english(event.reason)


def test_a_confirmation_by_name_alone_cannot_be_joined_to_a_commit():
    named = Confirmation(name="Somebody", external="Harbour Works", date=day("2025-07-01"))
    record = a_record(RECORD, "guides/triage", confirmed_by=(named,))
    event = the_event(a_catalog(GUIDE, record, *PEOPLE, history=git_with_record_by("writer").history))
    assert event.grade is Grade.CLAIMED
    assert "cannot be joined" in english(event.reason)
    assert "Somebody" not in english(event.reason)


def test_without_git_nothing_is_attested_and_the_reason_says_so():
    event = the_event(a_catalog(GUIDE, a_record(RECORD, "guides/triage"), *PEOPLE))
    assert (event.grade, event.commit, event.recorded) == (Grade.CLAIMED, None, day("2025-06-01"))
    assert "no git history" in english(event.reason)


def test_a_record_that_is_not_committed_is_claimed():
    git = Git()
    git.commit("writer", "2025-01-15", artifact_path("guides/triage"))
    event = the_event(a_catalog(GUIDE, a_record(RECORD, "guides/triage"), *PEOPLE, history=git.history))
    assert event.grade is Grade.CLAIMED
    assert "not committed yet" in english(event.reason)


def test_a_shallow_clones_oldest_commit_attests_nothing():
    event = the_event(
        a_catalog(
            GUIDE,
            a_record(RECORD, "guides/triage"),
            *PEOPLE,
            history=git_with_record_by("mate", Depth.SHALLOW).history,
        )
    )
    assert event.grade is Grade.CLAIMED
    assert event.recorded == day("2025-06-01")  # the day in the record's name, not the clone's
    assert "shallow" in english(event.reason)


def test_a_confirmation_within_a_shallow_clones_reach_attests():
    git = git_with_record_by("writer", Depth.SHALLOW)
    git.commit("mate", "2025-07-01", record_path(RECORD), brings=[(record_path(RECORD), "mate")])
    record = a_record(RECORD, "guides/triage", confirmed_by=(confirmation_by("mate"),))
    assert the_event(a_catalog(GUIDE, record, *PEOPLE, history=git.history)).grade is Grade.ATTESTED


def test_an_attested_record_whose_place_of_use_derives_from_the_artifact_is_verified():
    desk = an_artifact("desk/our-triage", based_on=(based_on("guides/triage"),))
    event = the_event(an_attested_use_in("desk/our-triage", desk))
    assert event.grade is Grade.VERIFIED
    assert "derives from it or links to it" in english(event.reason)


def test_an_attested_record_whose_place_of_use_links_to_the_artifact_is_verified():
    desk = an_artifact("desk/our-triage", links=("../../guides/artifacts/triage.md#steps",))
    assert the_event(an_attested_use_in("desk/our-triage", desk)).grade is Grade.VERIFIED


@pytest.mark.parametrize(
    "link",
    ["https://example.org/guides/artifacts/triage.md", "../../guides/artifacts/other.md", "triage.md", "http://[", ""],
)
def test_a_place_of_use_that_leads_elsewhere_stays_attested(link: str):
    desk = an_artifact("desk/our-triage", links=(link,))
    event = the_event(an_attested_use_in("desk/our-triage", desk))
    assert event.grade is Grade.ATTESTED
    assert "neither derives from it nor links to it" in english(event.reason)


@pytest.mark.parametrize("mode", [Mode.PLANNED, Mode.TRIED_REJECTED])
def test_what_is_only_planned_or_was_rejected_derives_from_nothing(mode: Mode):
    desk = an_artifact("desk/our-triage", based_on=(based_on("guides/triage", mode),))
    assert the_event(an_attested_use_in("desk/our-triage", desk)).grade is Grade.ATTESTED


def test_a_place_of_use_that_derives_from_it_does_not_lift_a_claim():
    desk = an_artifact("desk/our-triage", based_on=(based_on("guides/triage"),))
    catalog = an_attested_use_in("desk/our-triage", desk, brought_in_by="writer")
    assert the_event(catalog).grade is Grade.CLAIMED


def an_attested_use_in(place: str, *parts: object, brought_in_by: str = "mate") -> Catalog:
    record = a_record(RECORD, "guides/triage", used_in=UsedIn(artifact=ArtifactRef(place)))
    history = git_with_record_by(brought_in_by).history
    return a_catalog(GUIDE, record, *PEOPLE, *parts, history=history)  # type: ignore[arg-type]


def test_a_record_whose_place_of_use_is_gone_is_broken():
    event = the_event(an_attested_use_in("desk/gone"))
    assert (event.grade, event.not_counted) == (Grade.BROKEN, NotCounted.BROKEN)
    assert "desk/gone" in english(event.reason)


def test_a_record_whose_artifact_is_gone_is_broken_and_stays_with_its_folder():
    found = figures(a_catalog(a_record(RECORD, "guides/gone"), history=git_with_record_by("mate").history))
    assert [event.grade for event in found.events] == [Grade.BROKEN]
    assert found.communities[CommunityId("guides")].reuse_out == found.events


def left_out(ref: str) -> tuple[LeftOut, ...]:
    return (LeftOut(path=artifact_path(ref), ref=ref, because=()),)


def test_a_place_of_use_that_was_left_out_is_not_broken():
    record = a_record(RECORD, "guides/triage", used_in=UsedIn(artifact=ArtifactRef("desk/faulty")))
    history = git_with_record_by("mate").history
    event = the_event(a_catalog(GUIDE, record, *PEOPLE, history=history, left_out=left_out("desk/faulty")))
    assert (event.grade, event.counted) == (Grade.ATTESTED, True)


def test_the_use_of_an_artifact_that_was_left_out_is_not_counted():
    record = a_record(RECORD, "guides/faulty")
    history = git_with_record_by("mate").history
    event = the_event(a_catalog(record, *PEOPLE, history=history, left_out=left_out("guides/faulty")))
    assert (event.grade, event.not_counted) == (Grade.CLAIMED, NotCounted.LEFT_OUT)


def test_a_withdrawn_record_says_so_even_where_its_artifact_is_gone():
    record = a_record(RECORD, "guides/gone", withdrawn=Withdrawal(date=day("2025-09-01"), because="we mixed it up"))
    event = the_event(a_catalog(record, *PEOPLE, history=git_with_record_by("mate").history))
    assert (event.grade, event.not_counted) == (Grade.WITHDRAWN, NotCounted.WITHDRAWN)
    assert english(event.reason) == "Withdrawn on 1 Sept 2025: we mixed it up. Not counted."


def test_a_former_reference_resolves():
    moved = an_artifact("guides/sorting", authors=(PersonId("writer"),), former=(ArtifactRef("guides/triage"),))
    history = git_with_record_by("mate").history
    event = the_event(a_catalog(moved, a_record(RECORD, "guides/triage"), *PEOPLE, history=history))
    assert (event.artifact, event.grade) == ("guides/sorting", Grade.ATTESTED)


HERE = "https://git.example.org/meadow/catalog"


@pytest.mark.parametrize(
    ("repository", "path", "moment", "grade"),
    [
        (HERE, "communities/desk/artifacts/steps.md", "existing", Grade.VERIFIED),
        ("git@git.example.org:meadow/catalog.git", "communities/desk/artifacts/steps.md", "existing", Grade.VERIFIED),
        (HERE, "communities/desk/artifacts/steps.md", "before", Grade.ATTESTED),
        (HERE, "communities/desk/artifacts/steps.md", "moved away", Grade.ATTESTED),
        (HERE, "communities/desk/artifacts/nothing.md", "existing", Grade.ATTESTED),
        ("https://mirror.example.org/catalog", "communities/desk/artifacts/steps.md", "existing", Grade.VERIFIED),
        ("https://git.example.org/meadow/other", "communities/desk/artifacts/steps.md", "elsewhere", Grade.ATTESTED),
    ],
)
def test_a_path_of_this_repository_is_seen_at_the_commits_at_which_it_existed(
    repository: str, path: str, moment: str, grade: Grade
):
    git = Git(remote_url=HERE + ".git")
    moments = {"before": git.commit("writer", "2025-01-15", artifact_path("guides/triage"))}
    git.commit("mate", "2025-02-01", "communities/desk/artifacts/steps.md")
    moments["existing"] = git.commit("mate", "2025-06-01", record_path(RECORD))
    moments["moved away"] = git.move(
        "mate", "2025-06-02", "communities/desk/artifacts/steps.md", "communities/desk/artifacts/new-steps.md"
    )
    moments["elsewhere"] = CommitId(40 * "e")
    place = UsedIn(repository=repository, path=path, commit=moments[moment])
    record = a_record(RECORD, "guides/triage", used_in=place)
    assert the_event(a_catalog(GUIDE, record, *PEOPLE, history=git.history)).grade is grade


@pytest.mark.parametrize(
    ("remote", "digits", "grade"),
    [
        (HERE, 40, Grade.VERIFIED),
        (HERE, 9, Grade.VERIFIED),
        (HERE, 7, Grade.ATTESTED),
        (HERE, 0, Grade.ATTESTED),
        (None, 40, Grade.VERIFIED),
        ("https://mirror.example.org/catalog", 40, Grade.VERIFIED),
        ("https://mirror.example.org/catalog", 39, Grade.ATTESTED),
    ],
)
def test_a_whole_hash_tells_the_repository_and_a_shortened_one_only_where_the_address_does(
    remote: str | None, digits: int, grade: Grade
):
    git = Git(remote_url=remote)
    git.commit("writer", "2025-01-15", artifact_path("guides/triage"), hash_="abcdef0" + 33 * "0")
    shown = git.commit("mate", "2025-06-01", record_path(RECORD), hash_="abcdef011" + 31 * "2")
    place = UsedIn(repository=HERE, path=artifact_path("guides/triage"), commit=shown[:digits].upper() or None)
    record = a_record(RECORD, "guides/triage", used_in=place)
    assert the_event(a_catalog(GUIDE, record, *PEOPLE, history=git.history)).grade is grade


def test_a_record_with_changes_that_are_not_committed_is_claimed():
    history = replace(git_with_record_by("mate").history, dirty_paths=frozenset({record_path(RECORD)}))
    event = the_event(a_catalog(GUIDE, a_record(RECORD, "guides/triage"), *PEOPLE, history=history))
    assert event.grade is Grade.CLAIMED
    assert "changes that are not committed" in english(event.reason)


def test_a_confirmation_in_a_record_with_changes_that_are_not_committed_attests_nothing():
    git, path = git_with_record_by("writer"), record_path(RECORD)
    git.commit("mate", "2025-07-01", path, brings=[(path, "mate")])
    record = a_record(RECORD, "guides/triage", confirmed_by=(confirmation_by("mate"),))
    committed = a_catalog(GUIDE, record, *PEOPLE, history=git.history)
    changed = a_catalog(GUIDE, record, *PEOPLE, history=replace(git.history, dirty_paths=frozenset({path})))
    assert (the_event(committed).grade, the_event(changed).grade) == (Grade.ATTESTED, Grade.CLAIMED)


ENTRY = "desk/our-triage>guides/triage"
DERIVED = an_artifact("desk/our-triage", date=day("2025-05-05"), based_on=(based_on("guides/triage", None),))


def git_with_entry_by(author: str, depth: Depth = Depth.COMPLETE) -> Git:
    git = Git(depth)
    git.commit("writer", "2025-01-15", artifact_path("guides/triage"))
    git.commit(
        author,
        "2025-05-10",
        artifact_path("desk/our-triage"),
        brings=[(artifact_path("desk/our-triage"), "guides/triage")],
    )
    return git


@pytest.mark.parametrize(
    ("author", "grade"), [("mate", Grade.VERIFIED), ("nobody-known", Grade.VERIFIED), ("writer", Grade.CLAIMED)]
)
def test_an_entry_is_verified_unless_an_author_of_the_source_brought_it_in(author: str, grade: Grade):
    event = the_event(a_catalog(GUIDE, DERIVED, *PEOPLE, history=git_with_entry_by(author).history), ENTRY)
    assert (event.grade, event.counted, event.recorded) == (grade, True, day("2025-05-10"))


def test_an_entrys_party_is_the_community_and_where_the_author_of_the_commit_belonged():
    event = the_event(a_catalog(GUIDE, DERIVED, *PEOPLE, history=git_with_entry_by("mate").history), ENTRY)
    assert (event.party.community, event.party.external, event.party.unit) == ("desk", "Harbour Works", None)
    assert event.mode is Mode.ADAPTED


@pytest.mark.parametrize("depth", [Depth.NONE, Depth.SHALLOW])
def test_an_entry_is_only_claimed_where_git_does_not_tell_who_brought_it_in(depth: Depth):
    history = Git().history if depth is Depth.NONE else git_with_entry_by("mate", depth).history
    event = the_event(a_catalog(GUIDE, DERIVED, *PEOPLE, history=history), ENTRY)
    assert (event.grade, event.recorded) == (Grade.CLAIMED, day("2025-05-05"))


def test_an_entry_that_a_shallow_clone_saw_coming_in_is_verified():
    git = Git(Depth.SHALLOW)
    path = artifact_path("desk/our-triage")
    git.commit("writer", "2025-01-15", artifact_path("guides/triage"), path)
    git.commit("mate", "2025-05-10", path, brings=[(path, "guides/triage")])
    assert the_event(a_catalog(GUIDE, DERIVED, *PEOPLE, history=git.history), ENTRY).grade is Grade.VERIFIED


def test_use_within_the_own_community_is_shown_and_not_counted():
    own = an_artifact("guides/second", based_on=(based_on("guides/triage"),))
    record = a_record(RECORD, "guides/triage", used_by=UsedBy(unit=UnitId("support"), community=CommunityId("guides")))
    found = figures(a_catalog(GUIDE, own, record, *PEOPLE, history=git_with_record_by("mate").history))
    assert {event.not_counted for event in found.events} == {NotCounted.INTERNAL}
    assert found.artifacts[GUIDE.ref].counted == 0
    assert len(found.artifacts[GUIDE.ref].events) == 2


def test_use_in_an_artifact_of_the_own_community_is_internal_whoever_uses_it():
    own = an_artifact("guides/second")
    record = a_record(RECORD, "guides/triage", used_in=UsedIn(artifact=own.ref))
    event = the_event(a_catalog(GUIDE, own, record, *PEOPLE, history=git_with_record_by("mate").history))
    assert event.not_counted is NotCounted.INTERNAL


@pytest.mark.parametrize(
    ("mode", "because"), [(Mode.PLANNED, NotCounted.PLANNED), (Mode.TRIED_REJECTED, NotCounted.REJECTED)]
)
def test_what_is_planned_or_was_rejected_is_graded_and_not_counted(mode: Mode, because: NotCounted):
    history = git_with_record_by("mate").history
    event = the_event(a_catalog(GUIDE, a_record(RECORD, "guides/triage", mode=mode), *PEOPLE, history=history))
    assert (event.grade, event.not_counted) == (Grade.ATTESTED, because)


def test_a_translation_and_an_address_elsewhere_are_no_events():
    translated = an_artifact(
        "desk/triage-fr", translation_of=GUIDE.ref, based_on=(based_on("guides/triage"), based_on("guides/other"))
    )
    other = an_artifact("guides/other")
    events = figures(a_catalog(GUIDE, other, translated)).events
    assert [event.id for event in events] == ["desk/triage-fr>guides/other"]


def test_a_source_named_twice_gives_two_events_and_one_use():
    twice = an_artifact("desk/twice", based_on=(based_on("guides/triage"), based_on("guides/old-triage", Mode.CITED)))
    renamed = an_artifact("guides/triage", former=(ArtifactRef("guides/old-triage"),))
    found = figures(a_catalog(renamed, twice))
    assert sorted(event.id for event in found.events) == ["desk/twice>guides/triage", "desk/twice>guides/triage#2"]
    assert found.artifacts[renamed.ref].counted == 1


def test_no_reason_names_a_person():
    history = git_with_record_by("mate").history
    record = a_record(RECORD, "guides/triage", confirmed_by=(confirmation_by("stranger"),))
    for event in figures(a_catalog(GUIDE, record, DERIVED, *PEOPLE, history=history)).events:
        assert not any(person.id in english(event.reason).split() for person in PEOPLE)
