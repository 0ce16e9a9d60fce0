"""Role by role: what its work was to materialise as, and whether it did."""

from typing import Any

from tests.recount.known import Known


def role_figures(known: Known, community: str, promises: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The roles of a charter in its order, with the outputs they make as the report says them."""
    by_output = {promise["output"]: promise for promise in promises if promise["community"] == community}
    found = []
    for role in known.charters[community].data["goal"]["members"]:
        outputs = [_made(name, by_output.get(name)) for name in role.get("makes") or ()]
        found.append(
            {
                "community": community,
                "role": role["role"],
                "time": role.get("time"),
                "outputs": outputs,
                "state": role_state([one["state"] for one in outputs]),
            }
        )
    return found


def _made(name: str, promise: dict[str, Any] | None) -> dict[str, Any]:
    if promise is None:
        return {"output": name, "state": None, "delivered": []}
    return {"output": name, "state": promise["state"], "delivered": promise["delivered"]}


def role_state(states: list[str | None]) -> str:
    """Kept where all that was due is met; partly kept where some of it is, or a part."""
    due = [state for state in states if state not in (None, "not due")]
    if not states:
        return "nothing named"
    if not due:
        return "nothing due"
    if all(state == "met" for state in due):
        return "kept"
    return "partly kept" if {"met", "partly"} & set(due) else "not kept"
