// The search page: Pagefind's index behind a form whose state is always the page's address.
// What the index returns is put into the page as text; of an excerpt only its marks are kept.

const root = document.querySelector("[data-catalog-search]");
const part = (name) => root.querySelector(`[data-${name}]`);
const words = JSON.parse(part("words").textContent);
const form = root.querySelector("form");
const PER_STEP = 20;
const CHOICES_SHOWN = 8;
const SORTS = { newest: { date: "desc" }, reuses: { reuses: "desc" } };

let index;
let known = {};
let shown = [];
let run = 0;
const expanded = new Set();

function element(tag, text, attributes = {}) {
  const made = Object.assign(document.createElement(tag), attributes);
  if (text !== undefined) made.textContent = text;
  return made;
}

// The address holds the state: q, sort, and each filter's values under the filter's own name.
function stateOfAddress() {
  const given = new URLSearchParams(location.search);
  const filters = {};
  for (const [name, value] of given) if (name in known) (filters[name] ??= []).push(value);
  return { q: given.get("q") ?? "", sort: given.get("sort") ?? "", filters };
}

// What is sorted by where nobody chose: the best match first, without a question the newest.
const usualSort = (state) => (state.q ? "relevance" : "newest");

function stateOfForm() {
  const before = stateOfAddress();
  const state = { ...before };
  state.q = form.elements.q.value.trim();
  const sort = form.elements.sort.value;
  const isChosen = before.sort || sort !== usualSort(before);
  state.sort = isChosen && sort !== usualSort(state) ? sort : "";
  return state;
}

function addressOf(state) {
  const query = new URLSearchParams();
  if (state.q) query.set("q", state.q);
  for (const [name, values] of Object.entries(state.filters)) for (const value of values) query.append(name, value);
  if (state.sort) query.set("sort", state.sort);
  return query.size ? `?${query}` : location.pathname;
}

function go(state, isNewPlace) {
  history[isNewPlace ? "pushState" : "replaceState"](null, "", addressOf(state));
  return search(state);
}

function withFilter(state, name, value, isWanted) {
  const values = (state.filters[name] ?? []).filter((other) => other !== value);
  const filters = { ...state.filters, [name]: isWanted ? [...values, value] : values };
  if (!filters[name].length) delete filters[name];
  return { ...state, filters };
}

function found(state, without) {
  const filters = {};
  for (const [name, values] of Object.entries(state.filters)) if (name !== without) filters[name] = { any: values };
  const sort = SORTS[state.sort || usualSort(state)];
  return index.search(state.q || null, sort ? { filters, sort } : { filters });
}

async function search(state) {
  const mine = ++run;
  const result = await found(state);
  // A facet with a choice counts what its other choices would add, so it is searched without itself.
  const counts = { ...result.filters };
  for (const name of Object.keys(state.filters)) counts[name] = (await found(state, name)).filters[name];
  if (mine !== run) return;
  if (form.elements.q.value.trim() !== state.q && document.activeElement !== form.elements.q) form.elements.q.value = state.q;
  form.elements.sort.value = state.sort || usualSort(state);
  showFacets(state, counts);
  shown = result.results;
  part("results").replaceChildren();
  const count = shown.length;
  part("status").textContent = count === 0 ? words.none : count === 1 ? words.one : words.many.replace("{n}", count);
  await showMore(mine, state);
}

async function showMore(mine = run, state = stateOfAddress()) {
  const list = part("results");
  const from = list.children.length;
  const pages = await Promise.all(shown.slice(from, from + PER_STEP).map((result) => result.data()));
  if (mine !== run) return;
  list.append(...pages.map((page) => resultItem(page, state)));
  part("more").hidden = list.children.length >= shown.length;
  if (from) list.children[from]?.querySelector("a").focus();
}

function resultItem(page, state) {
  const item = element("li");
  const meta = page.meta;
  item.append(element("a", meta.title, { href: page.url, className: "oc-list__title" }));
  const facts = [meta.kind, meta.community, meta.date, meta.reuse].filter(Boolean).join(" · ");
  item.append(element("span", facts, { className: "oc-list__facts" }));
  const text = element("p");
  if (state.q) text.append(...marked(page.excerpt));
  else text.textContent = meta.summary ?? "";
  item.append(text);
  return item;
}

// Text and marks only; a parsed document runs and loads nothing.
function marked(excerpt) {
  const nodes = new DOMParser().parseFromString(excerpt, "text/html").body.childNodes;
  return [...nodes].map((node) => (node.nodeName === "MARK" ? element("mark", node.textContent) : node.textContent));
}

function showFacets(state, counts) {
  for (const fieldset of root.querySelectorAll("[data-facet]")) {
    const name = fieldset.dataset.facet;
    const chosen = state.filters[name] ?? [];
    const rows = Object.keys(known[name] ?? {}).map((value) => [value, counts[name]?.[value] ?? 0]);
    const useful = rows.filter(([value, count]) => count || chosen.includes(value));
    useful.sort(name === "year" ? (a, b) => b[0].localeCompare(a[0]) : (a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
    fieldset.hidden = !useful.length;
    fieldset.querySelector("[data-choices]").replaceChildren(...choices(state, name, useful, chosen));
  }
  const others = Object.entries(state.filters).filter(([name]) => !root.querySelector(`[data-facet="${CSS.escape(name)}"]`));
  part("chips").replaceChildren(...others.flatMap(([name, values]) => values.map((value) => chip(state, name, value))));
  part("clear").hidden = !Object.keys(state.filters).length;
}

function choices(state, name, rows, chosen) {
  const all = expanded.has(name) || rows.length <= CHOICES_SHOWN + 2;
  const seen = all ? rows : rows.filter(([value], place) => place < CHOICES_SHOWN || chosen.includes(value));
  const labels = seen.map(([value, count]) => choice(state, name, value, count, chosen.includes(value)));
  if (rows.length <= CHOICES_SHOWN + 2) return labels;
  const text = all ? words.show_fewer : words.show_all.replace("{n}", rows.length);
  const toggle = element("button", text, { type: "button", className: "oc-plain-button" });
  toggle.addEventListener("click", () => {
    if (!expanded.delete(name)) expanded.add(name);
    const fieldset = toggle.closest("fieldset");
    search(stateOfAddress()).then(() => fieldset.querySelector("button")?.focus());
  });
  return [...labels, toggle];
}

function choice(state, name, value, count, isChosen) {
  const box = element("input", undefined, { type: "checkbox", name, value, checked: isChosen });
  box.addEventListener("change", async () => {
    await go(withFilter(state, name, value, box.checked), true);
    root.querySelector(`input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`)?.focus();
  });
  const label = element("label");
  label.append(box, element("span", value), element("span", String(count), { className: "oc-number oc-faint" }));
  return label;
}

function chip(state, name, value) {
  const button = element("button", `${value} ×`, { type: "button", className: "oc-tag oc-chip" });
  button.setAttribute("aria-label", words.remove.replace("{value}", value));
  button.addEventListener("click", () => go(withFilter(state, name, value, false), true));
  return button;
}

function listen() {
  let timer;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    go(stateOfForm(), true);
  });
  form.elements.q.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => go(stateOfForm(), false), 200);
  });
  form.elements.sort.addEventListener("change", () => go(stateOfForm(), true));
  part("clear").addEventListener("click", () => {
    go({ ...stateOfAddress(), filters: {} }, true);
    form.elements.q.focus();
  });
  part("more").addEventListener("click", () => showMore());
  addEventListener("popstate", () => search(stateOfAddress()));
}

async function begin() {
  part("no-script").remove();
  const address = new URL(root.dataset.index, location.href);
  form.elements.q.value = new URLSearchParams(location.search).get("q") ?? "";
  try {
    index = await import(address.href);
    await index.options({ baseUrl: new URL("../", address).pathname, excerptLength: 30 });
    await index.init();
    known = await index.filters();
  } catch {
    part("without").hidden = false;
    return;
  }
  part("bar").hidden = false;
  part("facets").hidden = false;
  part("facets").open = matchMedia("(min-width: 60em)").matches;
  listen();
  // What was typed while the index was on its way is the question.
  await (form.elements.q.value.trim() === stateOfAddress().q ? search(stateOfAddress()) : go(stateOfForm(), false));
  if (!location.search) form.elements.q.focus();
}

begin();
