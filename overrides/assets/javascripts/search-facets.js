// The facets of the search page. Their choices keep their places, so that nothing moves away from a finger or the focus.

import { element, folded, sentence } from "./search-engine.js";

const SHOWN = 8;
const SHOWN_WHERE_NEARLY_ALL = 10;
const FIND_FROM = 16;
const MOST_FOUND = 40;

// A value may have the name of something that every object has: a tag "constructor".
const countOf = (counts, value) => (Object.hasOwn(counts, value) ? counts[value] : 0);

export class Facets {
  // known: how many pages there are of each value of each facet, whatever is searched for.
  constructor(root, words, onChoice) {
    this.words = words;
    this.onChoice = onChoice;
    this.last = [{}, {}];
    this.parts = [...root.querySelectorAll("[data-facet]")].map((part) => ({ part, name: part.dataset.facet, nodes: new Map() }));
    for (const facet of this.parts) this.#prepare(facet);
  }

  names() {
    return Object.fromEntries(this.parts.map(({ name, part }) => [name, part.querySelector("summary").firstChild.textContent.trim()]));
  }

  know(known) {
    for (const facet of this.parts) {
      const counts = known[facet.name] ?? {};
      const byCount = (a, b) => counts[b] - counts[a] || a.localeCompare(b);
      facet.values = Object.keys(counts).sort(facet.name === "year" ? (a, b) => b.localeCompare(a) : byCount);
      facet.find.hidden = facet.values.length < FIND_FROM;
    }
  }

  show(chosen, counts) {
    this.last = [chosen, counts];
    for (const facet of this.parts) this.#show(facet, chosen[facet.name] ?? [], counts[facet.name] ?? {});
  }

  unfold(isWide) {
    for (const { part, name } of this.parts) part.open = (isWide && "open" in part.dataset) || name in this.last[0];
  }

  #prepare(facet) {
    facet.list = facet.part.querySelector("[data-choices]");
    const label = sentence(this.words.find_value, { facet: facet.part.querySelector("summary").textContent.trim() });
    facet.find = element("input", undefined, { type: "search", placeholder: label, ariaLabel: label, hidden: true, autocomplete: "off" });
    facet.find.addEventListener("input", () => this.show(...this.last));
    facet.find.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    facet.all = element("button", "", { type: "button", className: "oc-plain-button" });
    facet.all.addEventListener("click", () => {
      facet.isWhole = !facet.isWhole;
      this.show(...this.last);
    });
    facet.list.before(facet.find);
    facet.list.after(facet.all);
    facet.list.addEventListener("change", ({ target }) => this.onChoice(facet.name, target.value, target.checked));
  }

  #show(facet, chosen, counts) {
    const { part, values = [], nodes } = facet;
    const unknown = chosen.filter((value) => !values.includes(value));
    const isFocused = (value) => nodes.get(value)?.contains(document.activeElement);
    const useful = [...unknown, ...values].filter((value) => countOf(counts, value) || chosen.includes(value) || isFocused(value));
    part.hidden = !useful.length || (values.length < Number(part.dataset.fewest) && !chosen.length);
    part.querySelector("[data-chosen]").textContent = chosen.length || "";
    const wanted = folded(facet.find.value.trim());
    const isWhole = facet.isWhole || useful.length <= SHOWN_WHERE_NEARLY_ALL;
    const isSeen = (value, place) => isWhole || place < SHOWN || chosen.includes(value) || isFocused(value);
    const seen = wanted ? useful.filter((value) => folded(value).includes(wanted)).slice(0, MOST_FOUND) : useful.filter(isSeen);
    facet.all.hidden = Boolean(wanted) || useful.length <= SHOWN_WHERE_NEARLY_ALL;
    facet.all.textContent = isWhole ? this.words.show_fewer : sentence(this.words.show_all, { n: useful.length });
    this.#place(facet, seen, chosen, counts);
  }

  // Takes away and puts in what differs; what stays is not touched, so the focus stays with it.
  #place(facet, seen, chosen, counts) {
    const { list, nodes, name } = facet;
    const rows = seen.map((value) => nodes.get(value) ?? nodes.set(value, choice(name, value)).get(value));
    for (const row of [...list.children]) if (!rows.includes(row)) row.remove();
    rows.forEach((row, place) => {
      if (list.children[place] !== row) list.insertBefore(row, list.children[place] ?? null);
      const value = seen[place];
      row.firstChild.checked = chosen.includes(value);
      row.lastChild.textContent = sentence("{n}", { n: countOf(counts, value) });
    });
  }
}

function choice(name, value) {
  const row = element("label");
  row.append(element("input", undefined, { type: "checkbox", name, value }), element("span", value), element("span", "", { className: "oc-number oc-faint" }));
  return row;
}
