// Tables that sort by their headings and filter by words. Without it they are the same tables, as they were made.
const FEWEST_TO_SORT = 4;
const FEWEST_TO_FILTER = 15;
const NUMBER = /^-?\d+(\.\d+)?$/;
const ISO_DAY = /^\d{4}(-\d\d){0,2}$/;

const words = JSON.parse(document.querySelector("[data-table-words]").textContent);

const said = { ascending: words.ascending, descending: words.descending };

/** The sentence with its {places} filled in. */
const sentence = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
};

/** What a cell sorts by: its machine-readable value where it states one, else what it says. */
const keyOf = (row, column) => {
  const cell = row.cells[column];
  return cell === undefined ? "" : (cell.dataset.sort ?? cell.textContent).trim();
};

/** How the keys of a column are compared: as numbers, as days, or as text of the page's language. */
const comparison = (keys, language) => {
  const stated = keys.filter((key) => key !== "");
  if (stated.every((key) => NUMBER.test(key))) return (one, other) => Number(one) - Number(other);
  if (stated.every((key) => ISO_DAY.test(key))) return (one, other) => (one < other ? -1 : Number(one > other));
  return new Intl.Collator(language, { numeric: true, sensitivity: "base" }).compare;
};

/** The rows by a column; a row that states nothing there stands last in either direction. */
const sorted = (rows, column, direction, language) => {
  const keyed = rows.map((row) => [keyOf(row, column), row]);
  const compare = comparison(keyed.map(([key]) => key), language);
  const sign = direction === "descending" ? -1 : 1;
  keyed.sort(([one], [other]) => (one === "") - (other === "") || sign * compare(one, other));
  return keyed.map(([, row]) => row);
};

/** The directions that a heading goes through, and back to the order that the page was made in. */
const nextDirection = (heading) => {
  const first = heading.dataset.first ?? "ascending";
  const second = first === "ascending" ? "descending" : "ascending";
  return { [first]: second, [second]: null }[heading.getAttribute("aria-sort")] ?? (heading.hasAttribute("aria-sort") ? null : first);
};

const makeSortable = (table, rows, say, language) => {
  const body = table.tBodies[0];
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const name = heading.textContent.trim();
    if (name === "") return;
    const button = element("button", { type: "button", class: "oc-sort" }, ...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const direction = nextDirection(heading);
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      if (direction !== null) heading.setAttribute("aria-sort", direction);
      body.append(...(direction === null ? rows : sorted(rows, column, direction, language)));
      say(direction === null ? words.own_order : sentence(said[direction], { column: name }));
    });
  });
};

/** Text as it is compared: small letters, without accents. */
const plain = (text, language) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase(language);

const makeFilter = (frame, rows, language, label) => {
  const number = new Intl.NumberFormat(language);
  const count = element("span", { class: "oc-filter__count", role: "status" });
  const input = element("input", { type: "search", autocomplete: "off" });
  const name = element("span", {}, words.filter);
  if (label) name.append(element("span", { class: "oc-hidden" }, sentence(words.of, { label })));
  const texts = rows.map((row) => plain(row.textContent, language));
  const show = () => {
    const wanted = plain(input.value, language).split(/\s+/).filter(Boolean);
    rows.forEach((row, index) => { row.hidden = !wanted.every((word) => texts[index].includes(word)); });
    frame.classList.toggle("oc-filtered", wanted.length > 0);
    const shown = rows.filter((row) => !row.hidden).length;
    count.textContent = sentence(words.shown, { shown: number.format(shown), n: number.format(rows.length) });
  };
  input.addEventListener("input", show);
  show();
  frame.before(element("p", { class: "oc-filter" }, element("label", {}, name, input), count));
};

const improve = (table) => {
  if (table.tBodies.length !== 1) return;
  const rows = [...table.tBodies[0].rows];
  if (rows.length < FEWEST_TO_SORT) return;
  const language = table.closest("[lang]")?.lang || undefined;
  const frame = table.closest(".oc-scroll") ?? table;
  const status = element("span", { class: "oc-hidden", role: "status" });
  frame.before(status);
  makeSortable(table, rows, (text) => { status.textContent = text; }, language);
  if (rows.length >= FEWEST_TO_FILTER) makeFilter(frame, rows, language, frame.getAttribute("aria-label"));
};

document.querySelectorAll("table.oc-sortable").forEach(improve);
