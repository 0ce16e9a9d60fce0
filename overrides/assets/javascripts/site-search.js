// The search box of every page: results in place as one types, after the listbox pattern of the ARIA authoring practices.
// The engine is loaded when the box is first entered. Without this script the box leads to the search page, as Enter does.

import { addressOf, element, HIGHLIGHT, markedTitle, openIndex, ownLanguage, questionIn, sentence, sought, wordsFound } from "./search-engine.js";

const SHOWN = 6;
const PAUSE = 120;

class SearchBox {
  constructor(form, number) {
    this.form = form;
    this.input = form.elements.q;
    this.words = JSON.parse(form.querySelector("[data-words]").textContent);
    this.list = element("div", undefined, { id: `oc-suggest-${number}`, className: "oc-suggest", role: "listbox", ariaLabel: this.words.list, hidden: true });
    this.status = element("span", "", { className: "oc-hidden", role: "status" });
    form.append(this.list, this.status);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", this.list.id]])
      this.input.setAttribute(name, value);
    this.run = 0;
    this.#listen();
  }

  #listen() {
    const { input, form, list } = this;
    input.addEventListener("focus", () => this.#open(), { once: true });
    input.addEventListener("input", () => {
      this.#choose(null); // what Enter would open was chosen for other words
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.#search(), PAUSE);
    });
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => this.#close());
    list.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the box
    addEventListener("pagehide", () => this.#close()); // a page that is come back to may be the same one
    if (document.activeElement === input) this.#search(); // what was typed before this script came
  }

  // An index that could not be had, or that another has taken the place of, is asked for again with the next word.
  #open() {
    this.index ??= openIndex(this.form.dataset.index).catch(() => this.#forget());
    return this.index;
  }

  #forget() {
    this.index = undefined;
    return null;
  }

  async #search() {
    const q = questionIn(this.input.value);
    const mine = ++this.run;
    const found = q && (await this.#found(q));
    if (mine !== this.run || document.activeElement !== this.input) return;
    if (found) this.#show(q, found);
    else this.#close();
  }

  async #found(q) {
    const index = await this.#open();
    return index && sought(index, { q, sort: "", filters: {} }, SHOWN).catch(() => this.#forget());
  }

  #show(q, { results, pages }) {
    const all = new URL(this.form.action);
    all.searchParams.set("q", q);
    const count = sentence(this.words.all, { n: results.length });
    this.list.replaceChildren(...pages.map(resultOption), option(all.href, [count], "oc-suggest__all"));
    [...this.list.children].forEach((row, place) => (row.id = `${this.list.id}-${place}`));
    this.#choose(null);
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.status.textContent = count;
  }

  #close() {
    clearTimeout(this.timer);
    this.run += 1;
    this.list.hidden = true;
    this.#choose(null);
    this.input.setAttribute("aria-expanded", "false");
    this.status.textContent = "";
  }

  #choose(row) {
    this.chosen?.removeAttribute("aria-selected");
    this.chosen = row;
    if (!row) return this.input.removeAttribute("aria-activedescendant");
    row.setAttribute("aria-selected", "true");
    row.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", row.id);
  }

  #key(event) {
    if (event.isComposing) return; // the keys choose among the letters of an input method
    const rows = [...this.list.children];
    if (this.list.hidden) {
      if (event.key === "ArrowDown" && this.input.value.trim()) this.#search();
      return;
    }
    const place = rows.indexOf(this.chosen);
    if (event.key === "ArrowDown") this.#choose(rows[place + 1] ?? null);
    else if (event.key === "ArrowUp") this.#choose(place < 0 ? rows.at(-1) : (rows[place - 1] ?? null));
    else if (event.key === "Escape") this.#close();
    else if (event.key === "Enter" && this.chosen && (event.ctrlKey || event.metaKey)) open(this.chosen.href, "_blank");
    else if (event.key === "Enter" && this.chosen) location.assign(this.chosen.href);
    else return;
    event.preventDefault();
  }
}

function option(href, content, className = "") {
  const row = element("a", undefined, { href, className, role: "option", tabIndex: -1 });
  row.append(...content);
  return row;
}

function resultOption(page) {
  const marked = wordsFound(page);
  const title = element("span", undefined, { className: "oc-suggest__title", ...ownLanguage(page) });
  title.append(...markedTitle(page.meta.title, marked));
  const facts = [page.meta.kind, page.meta.community, page.meta.status].filter(Boolean).join(" · ");
  return option(addressOf(page, marked), [title, element("span", facts, { className: "oc-suggest__facts" })]);
}

document.querySelectorAll("form[data-search-box]").forEach((form, number) => new SearchBox(form, number));

// A letter alone is nobody's short cut here (WCAG 2.1.4): it would take away what speech and slips of the hand type.
// What a browser fills in by itself comes as a key without a name.
addEventListener("keydown", (event) => {
  if (event.key?.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const box = document.querySelector("main input[type=search][name=q], .oc-quick input[name=q]");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

if (new URLSearchParams(location.search).has(HIGHLIGHT) && document.querySelector("[data-pagefind-body]")) import("./search-marks.js");
