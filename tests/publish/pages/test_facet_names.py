"""What the search calls things: by their titles, and never two things by one name."""

from hypothesis import given
from hypothesis import strategies as st
from tests.publish.pages.desk import a_full_charter, an_expected_output, an_organisation, an_outcome, desk_catalog

from outcome_catalog.model.ids import AudienceId
from outcome_catalog.model.organisation import Audience
from outcome_catalog.publish.facet_names import facet_names, told_apart


def test_titles_of_their_own_stand_as_they_are() -> None:
    names = facet_names(desk_catalog())
    assert set(names.communities.values()) >= {"Desk guild"}
    assert names.outputs["desk", "sheets"] == "Answer sheets"
    assert names.outcomes["desk", "less-waiting"] == "Callers wait less"


def test_namesakes_are_told_apart_by_their_community_and_within_one_by_their_ids() -> None:
    outputs = (an_expected_output("sheets"), an_expected_output("more"))
    desk = a_full_charter(title="Guild", expected_outputs=outputs)
    field = a_full_charter(title="Guild ", expected_outputs=outputs[:1], outcomes=(an_outcome(title="Calm"),))
    audiences = tuple(Audience(id=AudienceId(name), title="Agents") for name in ("day", "night"))
    organisation = an_organisation(audiences=audiences)
    names = facet_names(desk_catalog(charters={"desk": desk, "field": field}, organisation=organisation))
    assert dict(names.communities) == {"desk": "Guild (desk)", "field": "Guild (field)"}
    assert dict(names.audiences) == {"day": "Agents (day)", "night": "Agents (night)"}
    assert dict(names.outputs) == {
        ("desk", "sheets"): "Answer sheets (desk/sheets)",
        ("desk", "more"): "Answer sheets (desk/more)",
        ("field", "sheets"): "Answer sheets (Guild (field))",
    }
    assert set(names.outcomes.values()) == {"Callers wait less", "Calm"}


def test_a_title_that_another_one_would_get_is_told_apart_too() -> None:
    titles = {"b": "A", "c": "A", "d": "A (b)"}
    names = told_apart({key: (title, f"{title} ({key})") for key, title in titles.items()})
    assert names == {"b": "A (b)", "c": "A (c)", "d": "A (b) (d)"}


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["T", "T (a)", "T (a) (b)", "", " (a)", "U"])))
def test_no_two_have_one_name(titles: dict[str, str]) -> None:
    names = told_apart({key: (title, f"{title} ({key})") for key, title in titles.items()})
    assert len(set(names.values())) == len(titles)
    assert all(names[key].startswith(title) for key, title in titles.items())
