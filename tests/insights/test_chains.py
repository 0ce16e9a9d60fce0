"""Chains: the longest ways along based_on, with the grade of each link; circles are one step (data-model §7)."""

import time
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from outcome_catalog.insights.chains import Chain, chains
from outcome_catalog.insights.compute import figures
from outcome_catalog.insights.figures import Grade, NotCounted, Party, PlaceOfUse, ReuseEvent
from outcome_catalog.model.artifact import Mode
from outcome_catalog.model.ids import ArtifactRef
from tests.insights.catalogs import Git, a_catalog, an_artifact, artifact_path, based_on


def ref(name: str) -> ArtifactRef:
    return ArtifactRef(f"{name}/it")


def says(derivative: str, source: str, grade: Grade = Grade.VERIFIED, mode: Mode = Mode.ADAPTED) -> ReuseEvent:
    id_ = f"{ref(derivative)}>{ref(source)}"
    return ReuseEvent(
        id=id_,
        use=id_,
        artifact=ref(source),
        party=Party(),
        place=PlaceOfUse(artifact=ref(derivative)),
        mode=mode,
        date=None,
        recorded=None,
        grade=grade,
        counted=grade is Grade.VERIFIED,
        reason=(),
        source_path=artifact_path(ref(derivative)),
    )


def named(chain: Chain | None) -> list[str]:
    assert chain is not None
    return ["+".join(r.partition("/")[0] for r in step) for step in chain.steps]


def test_the_longest_chain_comes_first_with_the_grade_of_each_link():
    found = chains([says("b", "a"), says("c", "b", Grade.CLAIMED), says("d", "c"), says("y", "x"), says("z", "y")])
    first, second = found.longest(5)
    assert named(first) == ["a", "b", "c", "d"]
    assert [link.grade for link in first.links] == [Grade.VERIFIED, Grade.CLAIMED, Grade.VERIFIED]
    assert named(second) == ["x", "y", "z"]
    assert found.longest(1) == (first,)


def test_one_link_alone_is_no_chain():
    found = chains([says("b", "a"), says("c", "a")])
    assert found.longest(5) == ()
    assert found.through(ref("a"), 3) is None


def test_an_artifacts_chain_goes_back_to_its_first_source_and_on_to_the_last_derivative():
    found = chains([says("b", "a"), says("c", "b"), says("d", "c"), says("other", "b"), says("c", "short")])
    assert named(found.through(ref("c"), 9)) == ["a", "b", "c", "d"]
    assert named(found.through(ref("other"), 9)) == ["a", "b", "other"]
    assert named(found.through(ref("short"), 9)) == ["short", "c", "d"]
    assert found.through(ref("nowhere"), 9) is None


def test_a_long_chain_is_cut_to_either_side_and_says_by_how_much():
    found = chains([says(f"n{n + 1:02}", f"n{n:02}") for n in range(20)])
    chain = found.through(ref("n10"), 2)
    assert named(chain) == ["n08", "n09", "n10", "n11", "n12"]
    assert chain is not None
    assert (chain.cut_before, chain.cut_after, chain.length) == (8, 8, 20)


def test_artifacts_that_are_based_on_each_other_are_one_step():
    found = chains([says("b", "a"), says("c", "b"), says("b", "c"), says("d", "c")])
    assert [named(chain) for chain in found.longest(5)] == [["a", "b+c", "d"]]
    assert chains([says("b", "a"), says("a", "b")]).longest(5) == ()
    assert chains([says("a", "a")]).longest(5) == ()


def test_of_several_entries_the_best_evidenced_is_the_link_and_the_better_link_is_taken():
    twice = [says("b", "a", Grade.CLAIMED), says("b", "a", Grade.VERIFIED), says("c", "b")]
    (chain,) = chains(twice).longest(5)
    assert chain.links[0].grade is Grade.VERIFIED
    forked = [says("b", "a", Grade.CLAIMED), says("z", "a"), says("c", "b"), says("c", "z")]
    assert named(chains(forked).longest(1)[0]) == ["a", "z", "c"]


def test_what_is_broken_planned_or_rejected_is_no_link():
    for lost in (
        says("c", "b", Grade.BROKEN),
        says("c", "b", mode=Mode.PLANNED),
        says("c", "b", mode=Mode.TRIED_REJECTED),
        replace(says("c", "b", Grade.CLAIMED), not_counted=NotCounted.LEFT_OUT),
    ):
        assert chains([says("b", "a"), lost]).longest(5) == ()


def test_a_catalogs_own_links_carry_a_chain_on():
    parts = (
        an_artifact("a/one"),
        an_artifact("a/two", based_on=(based_on("a/one"),)),
        an_artifact("b/three", based_on=(based_on("a/former"),)),
        an_artifact("a/four", former=(ArtifactRef("a/former"),), based_on=(based_on("a/two"),)),
        an_artifact("c/three-fr", translation_of=ArtifactRef("b/three"), based_on=(based_on("b/three"),)),
    )
    git = Git()
    git.commit("somebody", "2025-01-01", *(artifact_path(part.ref) for part in parts))
    found = figures(a_catalog(*parts, history=git.history))
    (chain,) = chains(found.events).longest(5)
    assert [step[0] for step in chain.steps] == ["a/one", "a/two", "a/four", "b/three"]
    assert [link.event.counted for link in chain.links] == [False, False, True]


def test_a_chain_of_ten_thousand_is_found_in_one_pass():
    begun = time.process_time()
    found = chains([says(f"n{n + 1:05}", f"n{n:05}") for n in range(10_000)])
    assert found.longest(1)[0].length == 10_000
    assert found.through(ref("n05000"), 3).length == 10_000  # type: ignore[union-attr]
    assert time.process_time() - begun < 10  # a guard against the square of it, not a measurement


LINKS = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=14)


@given(LINKS, st.randoms(use_true_random=False))
@settings(max_examples=300)
def test_chains_are_as_long_as_a_plain_search_finds_and_order_never_matters(links, random):
    events = [says(derivative, source) for source, derivative in dict.fromkeys(links)]
    found = chains(events)
    shuffled = random.sample(events, len(events))
    assert chains(shuffled).longest(9) == found.longest(9)
    best = max((chain.length for chain in found.longest(9)), default=0)
    assert best == longest_by_search({(ref(s), ref(d)) for s, d in links}, found.step_of)
    for chain in found.longest(9):
        assert len(chain.steps) == len(set(chain.steps)) == len(chain.links) + 1
        for link, before, after in zip(chain.links, chain.steps, chain.steps[1:], strict=False):
            assert link.source in before
            assert link.derivative in after


def longest_by_search(links, step_of) -> int:
    """The longest path between steps, found by trying all; 0 where it is shorter than a chain."""
    between = {(step_of[s], step_of[d]) for s, d in links if step_of[s] != step_of[d]}

    def on(step) -> int:
        return max((1 + on(after) for before, after in between if before == step), default=0)

    found = max((on(step) for step in set(step_of.values())), default=0)
    return found if found > 1 else 0
