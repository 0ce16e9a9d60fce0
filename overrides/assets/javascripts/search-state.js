// What is asked of the search: words, the chosen values of each filter, and an order. The page's address holds it.

import { questionIn } from "./search-engine.js";

// The address holds the state: q, sort, and each filter's values under the filter's own name. How many results were
// asked for is no part of the question: the entry of the history holds that, for who comes back from one of them, and the
// place on the page.
export function stateOfAddress(facetNames, sorts) {
  const given = new URLSearchParams(location.search);
  const filters = {};
  for (const [name, value] of given)
    if (value && Object.hasOwn(facetNames, name) && !filters[name]?.includes(value)) (filters[name] ??= []).push(value);
  const sort = given.get("sort");
  return { q: questionIn(given.get("q") ?? ""), sort: sorts.includes(sort) ? sort : "", filters };
}

export function addressOfState(state) {
  const query = new URLSearchParams();
  if (state.q) query.set("q", state.q);
  for (const [name, values] of Object.entries(state.filters)) for (const value of values) query.append(name, value);
  if (state.sort) query.set("sort", state.sort);
  return query.size ? `?${query}` : location.pathname;
}

export function withFilter(state, name, value, isWanted) {
  const values = (state.filters[name] ?? []).filter((other) => other !== value);
  const filters = { ...state.filters, [name]: isWanted ? [...values, value] : values };
  if (!filters[name].length) delete filters[name];
  return { ...state, filters };
}

export function without(state, name) {
  const { [name]: left, ...filters } = state.filters;
  return { ...state, filters };
}
