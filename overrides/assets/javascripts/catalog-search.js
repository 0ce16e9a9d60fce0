// The search page: the index behind a form whose state is always the page's address.

import { addressOf, element, markedExcerpt, markedTitle, openIndex, ownLanguage, sentence, sought, usualSort, wordsFound } from "./search-engine.js";
import { Facets } from "./search-facets.js";

const root = document.querySelector("[data-catalog-search]");
const part = (name) => root.querySelector(`[data-${name}]`);
const words = JSON.parse(part("words").textContent);
const form = root.querySelector("form");
const box = form.elements.q;
const PER_STEP = 10;
const PAUSE = 120;
const ASKS_AGAIN = 1000;
const MOST_WORDS = 5;
const wide = matchMedia("(min-width: 60em)"); // as in search.css

let index;
let known = {};
let results = [];
let run = 0;
const facets = new Facets(root, words, choose);

// The address holds the state: q, sort, and each filter's values under the filter's own name. How many results were
// asked for is no part of the question: the entry of the history holds that, for who comes back from one of them.
function stateOfAddress() {
  const given = new URLSearchParams(location.search);
  const filters = {};
  for (const [name, value] of given) if (Object.hasOwn(known, name)) (filters[name] ??= []).push(value);
  return { q: (given.get("q") ?? "").trim(), sort: given.get("sort") ?? "", filters };
}

function stateOfForm() {
  const before = stateOfAddress();
  const q = box.value.trim();
  const sort = form.elements.sort.value;
  const isChosen = before.sort || sort !== usualSort(before.q);
  return { ...before, q, sort: isChosen && sort !== usualSort(q) ? sort : "" };
}

function addressOfState(state) {
  const query = new URLSearchParams();
  if (state.q) query.set("q", state.q);
  for (const [name, values] of Object.entries(state.filters)) for (const value of values) query.append(name, value);
  if (state.sort) query.set("sort", state.sort);
  return query.size ? `?${query}` : location.pathname;
}

function go(state, isNewPlace) {
  const address = addressOfState(state);
  const isSame = new URL(address, location.href).search === location.search;
  history[isNewPlace && !isSame ? "pushState" : "replaceState"](null, "", address);
  return search(state);
}

function withFilter(state, name, value, isWanted) {
  const values = (state.filters[name] ?? []).filter((other) => other !== value);
  const filters = { ...state.filters, [name]: isWanted ? [...values, value] : values };
  if (!filters[name].length) delete filters[name];
  return { ...state, filters };
}

function without(state, name) {
  const { [name]: left, ...filters } = state.filters;
  return { ...state, filters };
}

function choose(name, value, isWanted) {
  return go(withFilter(stateOfAddress(), name, value, isWanted), true);
}

async function search(state, isAgain = false) {
  const mine = ++run;
  root.ariaBusy = "true";
  try {
    const result = await sought(index, state, Math.max(history.state?.shown ?? 0, PER_STEP));
    // A facet with a choice counts what its other choices would add, so it is searched without itself.
    const counts = { ...result.filters };
    for (const name of Object.keys(state.filters)) counts[name] = (await sought(index, without(state, name), 1)).filters[name];
    if (mine === run) await show(state, result, counts);
  } catch (error) {
    // A newer site has taken the place of the one that this page came from: its index is asked instead, once.
    if (mine !== run) return;
    if (isAgain || !(await hasOpened())) tellOfNoIndex(error);
    else if (mine === run) await search(state, true);
  }
}

async function hasOpened() {
  try {
    await open();
    return true;
  } catch {
    return false;
  }
}

function tellOfNoIndex(error) {
  console.error(error);
  tellOf(words.no_index);
  root.ariaBusy = "false";
}

async function show(state, { results: all, pages, missing }, counts) {
  results = all;
  tellOf("");
  if (box.value.trim() !== state.q && document.activeElement !== box) box.value = state.q;
  const sort = form.elements.sort;
  sort.querySelector("[value=relevance]").hidden = !state.q;
  sort.value = (state.sort === "relevance" && !state.q ? "" : state.sort) || usualSort(state.q);
  facets.show(state.filters, counts);
  showChips(state);
  const hadFocus = part("results").contains(document.activeElement);
  part("results").replaceChildren(...pages.map((page) => resultItem(page, state)));
  if (hadFocus) (part("results").querySelector("a") ?? box).focus();
  showWhatIsLeft();
  const mine = run;
  await showNothing(state);
  if (mine !== run) return;
  const count = sentence(words.results, { n: all.length });
  part("status").textContent = all.length && missing.length ? `${count} · ${sentence(words.missing, { words: missing.join(", ") })}` : count;
  root.ariaBusy = "false";
}

function showWhatIsLeft() {
  const left = results.length - part("results").children.length;
  part("more").hidden = left <= 0;
  part("more").textContent = sentence(words.more, { n: Math.min(left, PER_STEP) });
}

async function showMore() {
  const mine = run;
  const list = part("results");
  const from = list.children.length;
  const pages = await Promise.all(results.slice(from, from + PER_STEP).map((result) => result.data()));
  if (mine !== run) return;
  list.append(...pages.map((page) => resultItem(page, stateOfAddress())));
  history.replaceState({ shown: list.children.length }, "");
  showWhatIsLeft();
  list.children[from]?.querySelector("a").focus();
}

function resultItem(page, state) {
  const { meta } = page;
  const marked = state.q ? wordsFound(page) : [];
  const item = element("li");
  const title = element("a", undefined, { href: addressOf(page, marked), className: "oc-list__title", ...ownLanguage(page) });
  title.append(...markedTitle(meta.title, marked));
  item.append(title);
  if (meta.status) item.append(" ", element("span", meta.status, { className: "oc-tag" }));
  const facts = element("p", [meta.kind, meta.community, meta.date].filter(Boolean).join(" · "), { className: "oc-results__facts" });
  if (meta.reuse) facts.append(" · ", element("span", meta.reuse, { className: `oc-reuse oc-reuse--${meta.reuse_state ?? "reused"}` }));
  if (meta.grade) facts.append(element("span", meta.grade_word, { className: `oc-grade oc-grade--${meta.grade}` }));
  const text = element("p", undefined, { className: "oc-results__text", ...ownLanguage(page) });
  if (state.q) text.append(...markedExcerpt(page.excerpt));
  else text.textContent = meta.summary ?? "";
  item.append(facts, text);
  return item;
}

function showChips(state) {
  const list = part("chips");
  const rows = Object.entries(state.filters).flatMap(([name, values]) => values.map((value) => chip(name, value)));
  const had = [...list.querySelectorAll("button")].indexOf(document.activeElement);
  list.replaceChildren(...rows);
  list.hidden = part("clear").hidden = !rows.length;
  // Where the focus was on a chip that is gone, it goes to the next one, or back to the words.
  if (had >= 0) (list.querySelectorAll("button")[Math.min(had, rows.length - 1)] ?? box).focus();
}

function chip(name, value) {
  const button = element("button", value, { type: "button", className: "oc-chip", ariaLabel: sentence(words.remove, { value }) });
  button.addEventListener("click", () => choose(name, value, false));
  const item = element("li");
  item.append(button);
  return item;
}

// Where nothing is found, what of the question to leave out so that something is.
async function showNothing(state) {
  const place = part("nothing");
  place.hidden = results.length > 0;
  if (!place.hidden) {
    const mine = run;
    const ways = await waysOut(state);
    if (mine !== run) return;
    part("nothing-text").textContent = ways.length ? words.nothing : words.nothing_at_all;
    part("ways").replaceChildren(...ways);
    part("nothing-browse").hidden = ways.length > 0;
  }
}

async function waysOut(state) {
  const names = facets.names();
  const less = Object.entries(state.filters).map(([name, values]) => [
    sentence(words.without_filter, { facet: names[name] ?? name, value: values.join(", ") }),
    without(state, name),
  ]);
  const parts = [...new Set(state.q.split(/\s+/))].filter(Boolean).slice(0, MOST_WORDS);
  const rest = (word) => parts.filter((other) => other !== word).join(" ");
  if (parts.length > 1) less.push(...parts.map((word) => [sentence(words.without_word, { word }), { ...state, q: rest(word) }]));
  const ways = await fruitful(less);
  if (ways.length) return ways;
  const alone = parts.map((word) => [sentence(words.only_word, { word }), { q: word, sort: "", filters: {} }]);
  return fruitful(Object.keys(state.filters).length ? [[words.no_filter, { ...state, filters: {} }], ...alone] : alone);
}

async function fruitful(questions) {
  const counted = await Promise.all(questions.map(async ([text, state]) => [text, state, (await sought(index, state, 1)).results.length]));
  return counted.filter(([, , n]) => n).map(([text, state, n]) => wayOut(`${text} – ${sentence(words.results, { n })}`, state));
}

function wayOut(text, state) {
  const button = element("button", text, { type: "button", className: "oc-plain-button" });
  button.addEventListener("click", async () => {
    box.value = state.q;
    await go(state, true);
    box.focus();
  });
  const item = element("li");
  item.append(button);
  return item;
}

function listen() {
  let timer;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    go(stateOfForm(), true);
  });
  box.addEventListener("input", () => {
    clearTimeout(timer);
    const q = box.value.trim();
    if (q) index.preload(q);
    timer = setTimeout(() => go(stateOfForm(), false), PAUSE);
  });
  form.elements.sort.addEventListener("change", () => go(stateOfForm(), true));
  part("clear").addEventListener("click", () => {
    go({ ...stateOfAddress(), filters: {} }, true);
    box.focus();
  });
  part("more").addEventListener("click", showMore);
  addEventListener("popstate", () => {
    const state = stateOfAddress();
    box.value = state.q;
    search(state);
  });
}

async function open() {
  await index?.destroy();
  index = await openIndex(root.dataset.index);
  known = await index.filters();
  facets.know(known);
}

// A live preview says how far its index is; the index of a published site is there or it is not.
async function stateOfIndex() {
  if (!root.dataset.indexState) return { state: "ready" };
  try {
    return await (await fetch(root.dataset.indexState, { cache: "no-store" })).json();
  } catch {
    return { state: "ready" };
  }
}

async function readyIndex() {
  for (;;) {
    const now = await stateOfIndex();
    if (now.state !== "making") return now;
    await new Promise((resolve) => setTimeout(resolve, ASKS_AGAIN));
  }
}

function tellOf(text) {
  part("without-text").textContent = text;
  part("without").hidden = !text;
}

async function begin() {
  part("no-script").remove();
  box.value ||= new URLSearchParams(location.search).get("q") ?? ""; // what was typed before this script came stands
  let now = await stateOfIndex();
  if (now.state === "making" && !now.index) {
    tellOf(words.making);
    now = await readyIndex();
  }
  try {
    await open();
  } catch {
    tellOf(now.state === "failed" ? words.failed : words.no_index);
    return;
  }
  listen();
  // What was typed while the index was on its way is the question.
  await (box.value.trim() === stateOfAddress().q ? search(stateOfAddress()) : go(stateOfForm(), false));
  facets.unfold(wide.matches);
  part("facets").open = wide.matches;
  // Where the window becomes wide what unfolds them is gone, and they stay.
  wide.addEventListener("change", () => { part("facets").open ||= wide.matches; });
  root.dataset.ready = "";
  if (!location.search && document.activeElement === document.body) box.focus();
  if (now.state === "making") takeUpNewIndex();
}

async function takeUpNewIndex() {
  part("anew").hidden = false;
  await readyIndex();
  await hasOpened();
  part("anew").hidden = true;
  await search(stateOfAddress());
}

begin();
