// The search page: the index behind a form whose state is always the page's address.

import { element, found, openIndex, pagesOf, questionIn, sentence, sought, usualSort } from "./search-engine.js";
import { Facets } from "./search-facets.js";
import { resultItem } from "./search-results.js";
import { addressOfState, stateOfAddress, withFilter, without } from "./search-state.js";
import { waysOut } from "./search-ways-out.js";

const root = document.querySelector("[data-catalog-search]");
const part = (name) => root.querySelector(`[data-${name}]`);
const words = JSON.parse(part("words").textContent);
const form = root.querySelector("form");
const box = form.elements.q;
const PER_STEP = 10;
const PAUSE = 120;
const ASKS_AGAIN = 1000;
const wide = matchMedia("(min-width: 60em)"); // as in search.css

let opening; // the index, or its being on the way
let asked; // the question that was put last
let shown; // what the list is of: the run that found it, its question and all that it found
let doubted; // what was not found last
let run = 0;
let timer;
const facets = new Facets(root, words, choose);
const facetNames = facets.names();
const sorts = [...form.elements.sort.options].map((option) => option.value);

function stateOfForm() {
  const q = questionIn(box.value);
  const sort = form.elements.sort.value;
  const isChosen = asked.sort || sort !== usualSort(asked.q);
  return { ...asked, q, sort: isChosen && sort !== usualSort(q) ? sort : "" };
}

function go(state, isNewPlace) {
  clearTimeout(timer);
  const address = addressOfState(state);
  const isSame = new URL(address, location.href).search === location.search;
  keep(isNewPlace && !isSame ? "pushState" : "replaceState", null, address);
  return search(state);
}

// Some browsers refuse an address that changes often. What was asked is answered all the same; the next change is kept.
function keep(way, data, address) {
  try {
    history[way](data, "", address);
  } catch (error) {
    console.warn(error);
  }
}

// What stands in the box belongs to the question, though it may be too fresh to have been asked.
function choose(name, value, isWanted) {
  go(withFilter(stateOfForm(), name, value, isWanted), true);
}

async function search(state, isAgain = false) {
  const mine = ++run;
  asked = state;
  root.ariaBusy = "true";
  showSort(state);
  const ours = theIndex();
  try {
    const index = await ours;
    if (mine !== run) return;
    const answer = await sought(index, state, Math.max(history.state?.shown ?? 0, PER_STEP));
    if (mine !== run) return;
    if (!isAgain && isDoubtful(state, answer)) {
      forget(ours);
      return await search(state, true);
    }
    const counts = await countsOf(index, state, answer);
    if (mine === run) await show(index, state, answer, counts);
  } catch (error) {
    // A newer site has taken the place of the one that this page came from, or a part did not come: once more with a new index.
    forget(ours);
    if (mine !== run) return;
    await (isAgain ? tellOfNoIndex(error) : search(state, true));
  }
}

// Of a part of the index that did not come the engine says only that nothing was found, and never asks for it again. So
// what is not found is sought once more in a new index, but not with every letter that is added to it.
function isDoubtful({ q, filters }, { results, missing }) {
  if (results.length && !missing.length) return false;
  const question = `${JSON.stringify(filters)} ${q}`;
  const isMore = doubted !== undefined && question.startsWith(doubted);
  if (!isMore) doubted = question;
  return !isMore;
}

// A facet with a choice counts what its other choices would add, so it is asked without itself. Only where words were
// missing must it be looked at again which are.
async function countsOf(index, state, { filters, missing }) {
  const names = Object.keys(state.filters);
  const ask = missing.length ? (other) => sought(index, other, 1) : (other) => found(index, other);
  const others = await Promise.all(names.map((name) => ask(without(state, name))));
  return { ...filters, ...Object.fromEntries(names.map((name, place) => [name, others[place].filters[name]])) };
}

async function tellOfNoIndex(error) {
  const mine = run;
  console.error(error);
  const { state } = await stateOfIndex();
  if (mine !== run) return;
  showChips(asked);
  showPages({ run, state: asked, results: [] }, []);
  part("nothing").hidden = true;
  part("status").textContent = "";
  tellOf(state === "failed" ? words.failed : words.no_index);
  root.ariaBusy = "false";
}

async function show(index, state, { results, pages, missing }, counts) {
  const mine = run;
  tellOf("");
  facets.show(state.filters, counts);
  showChips(state);
  showPages({ run, state, results }, pages);
  if (!("ready" in root.dataset)) bringOut();
  const count = sentence(words.results, { n: results.length });
  part("status").textContent = results.length && missing.length ? `${count} · ${sentence(words.missing, { words: missing.join(", ") })}` : count;
  part("nothing").hidden = true;
  const ways = results.length ? [] : await waysOut(index, state, words, facetNames);
  if (mine !== run) return;
  if (!results.length) showNothing(ways);
  root.ariaBusy = "false";
}

function showSort({ q, sort }) {
  form.elements.sort.querySelector("[value=relevance]").hidden = !q;
  form.elements.sort.value = (sort === "relevance" && !q ? "" : sort) || usualSort(q);
}

function showPages(of, pages) {
  shown = of;
  const list = part("results");
  const hadFocus = list.contains(document.activeElement);
  list.replaceChildren(...pages.map((page) => resultItem(page, of.state)));
  if (hadFocus) (list.querySelector("a") ?? box).focus();
  showWhatIsLeft();
}

function showWhatIsLeft() {
  const left = shown.results.length - part("results").children.length;
  part("more").hidden = left <= 0;
  part("more").textContent = sentence(words.more, { n: Math.min(left, PER_STEP) });
}

async function showMore() {
  const [of, list] = [shown, part("results")];
  const from = list.children.length;
  // Nothing was asked since what the list shows, and this was not asked for twice.
  const isStillWanted = () => of.run === run && list.children.length === from;
  try {
    const pages = await pagesOf(of.results.slice(from, from + PER_STEP));
    if (!isStillWanted()) return;
    list.append(...pages.map((page) => resultItem(page, of.state)));
    keep("replaceState", { shown: list.children.length });
    showWhatIsLeft();
    list.children[from]?.querySelector("a").focus();
  } catch {
    if (!isStillWanted()) return;
    keep("replaceState", { shown: from + PER_STEP });
    await search(of.state);
  }
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

function showNothing(ways) {
  part("nothing-text").textContent = ways.length ? words.nothing : words.nothing_at_all;
  part("ways").replaceChildren(...ways.map(([text, state]) => wayOut(text, state)));
  part("nothing-browse").hidden = ways.length > 0;
  part("nothing").hidden = false;
}

function wayOut(text, state) {
  const button = element("button", text, { type: "button", className: "oc-plain-button" });
  button.addEventListener("click", () => {
    box.value = state.q;
    box.focus();
    go(state, true);
  });
  const item = element("li");
  item.append(button);
  return item;
}

function listen() {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(stateOfForm(), true);
  });
  box.addEventListener("input", () => {
    clearTimeout(timer);
    const { q } = stateOfForm();
    if (q) opening?.then((index) => index.preload(q)).catch(() => {}); // the search itself will tell
    timer = setTimeout(() => go(stateOfForm(), false), PAUSE);
  });
  form.elements.sort.addEventListener("change", () => go(stateOfForm(), true));
  part("clear").addEventListener("click", () => {
    box.focus();
    go({ ...stateOfForm(), filters: {} }, true);
  });
  part("more").addEventListener("click", showMore);
  addEventListener("popstate", () => {
    const state = stateOfAddress(facetNames, sorts);
    if (addressOfState(state) === addressOfState(asked)) return; // another place of the same page
    clearTimeout(timer);
    box.value = state.q;
    search(state);
  });
  addEventListener("pagehide", () => {
    if ("ready" in root.dataset) keep("replaceState", { ...history.state, top: scrollY });
  });
  // Where the window becomes wide what unfolds them is gone, and they stay.
  wide.addEventListener("change", () => { part("facets").open ||= wide.matches; });
}

// All who ask while it is on its way wait for the same one.
function theIndex() {
  opening ??= openedIndex();
  return opening;
}

function forget(index) {
  if (opening !== index) return;
  opening = undefined;
  index?.then((had) => had.destroy()).catch(() => {}); // it may never have come
}

async function openedIndex() {
  let now = await stateOfIndex();
  if (now.state === "making" && !now.index) {
    tellOf(words.making);
    now = await readyIndex();
  }
  const index = await openIndex(root.dataset.index);
  facets.know(await index.filters());
  if (now.state === "making") takeUpNewIndex();
  return index;
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

async function takeUpNewIndex() {
  if (!part("anew").hidden) return; // it is waited for
  part("anew").hidden = false;
  await readyIndex();
  part("anew").hidden = true;
  forget(opening);
  await search(asked);
}

// With the first answer; who comes back to it finds the place that was left, which was not there before.
function bringOut() {
  facets.unfold(wide.matches);
  part("facets").open = wide.matches;
  root.dataset.ready = "";
  if (history.state?.top) scrollTo({ top: history.state.top, behavior: "instant" });
}

function begin() {
  part("no-script").remove();
  asked = stateOfAddress(facetNames, sorts);
  showSort(asked);
  if (!location.search && document.activeElement === document.body) box.focus({ preventScroll: true });
  listen();
  // What was typed before this script came is the question.
  const typed = questionIn(box.value);
  box.value ||= asked.q;
  if (typed && typed !== asked.q) go(stateOfForm(), false);
  else search(asked);
}

begin();
