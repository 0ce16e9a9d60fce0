"""The goal that has to make sense twice: for the organisation, and role by role for the member."""

from outcome_catalog.insights.figures import RoleFigure, RoleOutput
from outcome_catalog.model.catalog import Community
from outcome_catalog.model.charter import MemberGoal, MemberTime, OrganisationGoal
from outcome_catalog.model.ids import ObjectiveId
from outcome_catalog.publish.context import PublishContext
from outcome_catalog.publish.pages.links import Meta, objective_link, written_link
from outcome_catalog.publish.words import number_text, phrase, sentences_text


def goal_meta(context: PublishContext, community: Community) -> Meta:
    """The goal's statement, what it means for the organisation and for each role."""
    goal, roles = community.charter.goal, context.figures.communities[community.id].roles
    return {
        "statement": goal.statement,
        "organisation": [_for_organisation(context, reason) for reason in goal.organisation],
        "members": [
            _for_member(context, member) | _made(context, community, figure)
            for member, figure in zip(goal.members, roles, strict=True)
        ],
    }


def _for_organisation(context: PublishContext, reason: OrganisationGoal) -> Meta:
    found = next((o for o in context.catalog.organisation.objectives if o.id == reason.objective), None)
    return objective_link(context, reason.objective) | {
        "why": reason.why,
        "owner": None if found is None else found.owner,
    }


def _for_member(context: PublishContext, member: MemberGoal) -> Meta:
    """One role: a part of the promise that the charter leaves open is None, and the page says that it is open."""
    return {
        "role": member.role,
        "why": member.why,
        "objectives": [_assigned_objective(context, text) for text in member.objectives],
        "time": None if member.time is None else time_text(context, member.time),
        "job_description": member.job_description,
        "recognition": member.recognition,
        "not_stated": _not_stated(context, member),
    }


def _not_stated(context: PublishContext, member: MemberGoal) -> str | None:
    """The parts of the promise that the charter leaves open, in one line; None where it leaves none open."""
    words = context.words["community"]
    parts = {
        "objectives": member.objectives,
        "time": member.time,
        "job": member.job_description,
        "appraisal": member.recognition,
    }
    left_open = [str(words[name]) for name, stated in parts.items() if not stated]
    return ", ".join(left_open) if left_open else None


def _made(context: PublishContext, community: Community, figure: RoleFigure) -> Meta:
    """What a role's work was to materialise as, output by output, and whether it did."""
    return {
        "makes": [_output(context, community, output) for output in figure.outputs],
        "state": figure.state.value.replace(" ", "-"),
        "state_word": context.words["role_state"][figure.state.value],
        "why_state": sentences_text(context.words, figure.why),
    }


def _output(context: PublishContext, community: Community, output: RoleOutput) -> Meta:
    promise = community.charter.expected_output(output.output)
    title = output.output if promise is None else promise.title
    if output.state is None:
        word = context.words["community"]["not_promised"]
        return written_link(context, title, None) | {"state": "none", "state_word": word, "delivered": None}
    return written_link(context, title, f"#output-{output.output}") | {
        "state": output.state.value.replace(" ", "-"),
        "state_word": context.words["output_state"][output.state.value],
        "delivered": phrase(context.words, "count.delivered", n=len(output.delivered)),
    }


def _assigned_objective(context: PublishContext, text: str) -> Meta:
    """A member's objective: one of the organisation's where its id is named, otherwise the words themselves."""
    known = objective_link(context, ObjectiveId(text))
    return written_link(context, text, None) if known["url"] is None else known


def time_text(context: PublishContext, time: MemberTime) -> str:
    """``2 hours a month``."""
    return phrase(context.words, f"time.{time.per.value}", hours=number_text(context.words, time.hours))
