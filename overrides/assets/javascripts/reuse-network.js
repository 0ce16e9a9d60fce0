// Who uses whose: points out what belongs together, filters, zooms. Without it the picture and the matrix say all the same.
const LARGEST = 8;
const STEP = 1.4;
const DRAG = 4;

const root = document.querySelector("[data-network]");
const picture = root.querySelector("[data-picture]");
const drawing = picture.querySelector("svg");
const matrix = root.querySelector("[data-matrix]");
const said = root.querySelector("[data-said]");
const form = root.querySelector("[data-filter]");
const bands = [...drawing.querySelectorAll(".oc-band")];
const nodes = [...drawing.querySelectorAll(".oc-node")];
const cells = [...matrix.querySelectorAll("td[data-counts]")];
const rows = [...matrix.querySelectorAll("tr[data-to]")];
const columns = [...matrix.querySelectorAll(":is(th, td)[data-from]")];

const numbers = new Intl.NumberFormat(document.documentElement.lang || undefined);
const countsOf = (element) => element.dataset.counts.split(" ").map(Number);
const nameOf = (element) => element.querySelector("title")?.textContent ?? element.querySelector("a")?.getAttribute("aria-label") ?? "";
/** Shows a sentence; what is pointed at has been heard by its own name, and only answers are told. */
const say = (text, isAnswer) => {
  said.ariaLive = isAnswer ? "polite" : "off";
  said.textContent = text;
};

/* Pointing out: a node with its bands, a band or a cell with its ends. */

const endsOf = (element) => ({
  from: element.dataset.producer ?? element.dataset.from ?? null,
  to: element.dataset.party ?? element.dataset.to ?? element.closest("tr[data-to]")?.dataset.to ?? null,
});

const choose = (element) => {
  const { from, to } = element === null ? { from: null, to: null } : endsOf(element);
  const fits = (one, other) => (from === null || one === from) && (to === null || other === to);
  const chosen = element === null ? [] : bands.filter((band) => fits(band.dataset.from, band.dataset.to));
  const ends = new Set(chosen.flatMap((band) => [`from ${band.dataset.from}`, `to ${band.dataset.to}`]));
  drawing.classList.toggle("is-chosen", chosen.length > 0);
  bands.forEach((band) => band.classList.toggle("is-on", chosen.includes(band)));
  nodes.forEach((node) => node.classList.toggle("is-on", ends.has(node.dataset.producer === undefined ? `to ${node.dataset.party}` : `from ${node.dataset.producer}`)));
  rows.forEach((row) => row.classList.toggle("is-on", to !== null && row.dataset.to === to));
  columns.forEach((cell) => cell.classList.toggle("is-on", from !== null && cell.dataset.from === from));
};

const pointable = (target) => target.closest?.(".oc-band, .oc-node, td[data-counts], tr[data-to] > th, thead th[data-from]") ?? null;

const pointOut = (event) => {
  const element = pointable(event.target);
  choose(element);
  if (element === null) return;
  const { from, to } = endsOf(element);
  const node = nodes.find((each) => (to === null ? each.dataset.producer === from : each.dataset.party === to));
  say(nameOf(element) || (node ? nameOf(node) : ""), false);
};

[drawing, matrix].forEach((area) => {
  area.addEventListener("pointerover", pointOut);
  area.addEventListener("focusin", pointOut);
  area.addEventListener("pointerleave", () => choose(null));
  area.addEventListener("focusout", () => choose(null));
});

/* Filtering: what is shown is counted again from what the page states of each pair. */

const filter = () => {
  const { community, grade, kind } = Object.fromEntries(new FormData(form));
  const usesOf = ({ dataset }) => {
    const fits = (community === "" || dataset.from === community || dataset.to === community) && (kind === "" || dataset.to.startsWith(`${kind}:`));
    const counts = fits ? countsOf({ dataset }) : [];
    return grade === "" ? counts.reduce((sum, count) => sum + count, 0) : (counts[grade] ?? 0);
  };
  const sums = new Map();
  const add = (key, uses) => sums.set(key, (sums.get(key) ?? 0) + uses);
  const sumOf = (key) => sums.get(key) ?? 0;
  bands.forEach((band) => {
    const uses = usesOf(band);
    band.classList.toggle("is-off", uses === 0);
    add(`drawn from ${band.dataset.from}`, uses);
    add(`drawn to ${band.dataset.to}`, uses);
  });
  nodes.forEach((node) => {
    const uses = sumOf(node.dataset.producer === undefined ? `drawn to ${node.dataset.party}` : `drawn from ${node.dataset.producer}`);
    node.classList.toggle("is-off", uses === 0);
    node.querySelector(".oc-strong").textContent = numbers.format(uses);
  });
  const shown = cells.filter((cell) => {
    const uses = usesOf(cell);
    cell.classList.toggle("is-faded", uses === 0);
    cell.querySelector("a").firstChild.data = numbers.format(uses);
    [`from ${cell.dataset.from}`, `to ${cell.dataset.to}`, "all"].forEach((key) => add(key, uses));
    return uses > 0;
  });
  rows.forEach((row) => {
    row.classList.toggle("is-off", sumOf(`to ${row.dataset.to}`) === 0);
    row.querySelector(".oc-matrix__all").textContent = numbers.format(sumOf(`to ${row.dataset.to}`));
  });
  columns.forEach((cell) => {
    cell.classList.toggle("is-off", sumOf(`from ${cell.dataset.from}`) === 0);
    if (cell.matches(".oc-matrix__all")) cell.textContent = numbers.format(sumOf(`from ${cell.dataset.from}`));
  });
  matrix.querySelector("tfoot td:last-child").textContent = numbers.format(sumOf("all"));
  [drawing, matrix].forEach((area) => { area.dataset.grade = grade; });
  const values = { pairs: shown.length, all: cells.length, uses: sumOf("all") };
  say(root.dataset.shown.replace(/\{(\w+)\}/g, (_, name) => numbers.format(values[name])), true);
};

form.addEventListener("change", filter);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(filter));
// A browser that comes back to the page puts into the form what was chosen there.
addEventListener("pageshow", () => { if ([...new FormData(form).values()].some(Boolean)) filter(); });

/* Zooming and moving: the part of the drawing that is seen. */

const whole = drawing.viewBox.baseVal;
const full = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
let scale = 1;
let corner = { x: full.x, y: full.y };

const within = (value, least, most) => Math.min(Math.max(value, least), most);

const look = () => {
  const [width, height] = [full.width / scale, full.height / scale];
  corner = { x: within(corner.x, full.x, full.x + full.width - width), y: within(corner.y, full.y, full.y + full.height - height) };
  drawing.setAttribute("viewBox", [corner.x, corner.y, width, height].join(" "));
  drawing.toggleAttribute("data-scale", scale > 1);
};

/** Zooms by a factor; the place (shares of what is seen) stays where it is. */
const zoom = (factor, place = { x: 0.5, y: 0.5 }) => {
  const next = within(scale * factor, 1, LARGEST);
  corner = { x: corner.x + place.x * full.width * (1 / scale - 1 / next), y: corner.y + place.y * full.height * (1 / scale - 1 / next) };
  scale = next;
  look();
};

const move = (x, y) => {
  corner = { x: corner.x + (x * full.width) / scale, y: corner.y + (y * full.height) / scale };
  look();
};

const placeOf = ({ clientX, clientY }) => {
  const box = drawing.getBoundingClientRect();
  return { x: (clientX - box.x) / box.width, y: (clientY - box.y) / box.height };
};

const ZOOMS = { in: () => zoom(STEP), out: () => zoom(1 / STEP), all: () => zoom(1 / LARGEST) };
const KEYS = {
  "+": ZOOMS.in, "=": ZOOMS.in, "-": ZOOMS.out, 0: ZOOMS.all,
  ArrowLeft: () => move(-0.1, 0), ArrowRight: () => move(0.1, 0), ArrowUp: () => move(0, -0.1), ArrowDown: () => move(0, 0.1),
};

root.querySelectorAll("[data-zoom]").forEach((button) => button.addEventListener("click", ZOOMS[button.dataset.zoom]));

picture.addEventListener("keydown", (event) => {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!isPlain || KEYS[event.key] === undefined || (event.key.startsWith("Arrow") && scale === 1)) return;
  event.preventDefault();
  KEYS[event.key]();
});

picture.addEventListener("wheel", (event) => {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  zoom(Math.exp(-event.deltaY / 300), placeOf(event));
}, { passive: false });

/* One finger or the mouse drags what is zoomed; two fingers zoom. A drag is no click. */

const fingers = new Map();
let dragged = false;

const apart = ([one, other]) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1;

drawing.addEventListener("pointerdown", (event) => {
  if (event.button > 0) return; // opens a menu, or scrolls
  fingers.set(event.pointerId, event);
  if (fingers.size === 1) dragged = false;
});

addEventListener("pointermove", (event) => {
  const before = fingers.get(event.pointerId);
  if (before === undefined) return;
  if (event.buttons === 0) return fingers.delete(event.pointerId); // it was let go where nobody told this page
  const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY];
  if (fingers.size === 1 && (scale === 1 || (!dragged && Math.hypot(dx, dy) < DRAG))) return;
  const old = apart([...fingers.values(), before]);
  fingers.set(event.pointerId, event);
  dragged = true;
  if (fingers.size > 1) {
    zoom(apart([...fingers.values()]) / old, placeOf(event));
  } else {
    const box = drawing.getBoundingClientRect();
    move(-dx / box.width, -dy / box.height);
  }
});

["pointerup", "pointercancel"].forEach((name) => addEventListener(name, (event) => fingers.delete(event.pointerId)));

drawing.addEventListener("dragstart", (event) => event.preventDefault());
drawing.addEventListener("click", (event) => {
  // A click by key has no detail: it is none that ends a drag.
  if (dragged && event.detail > 0) {
    event.preventDefault();
    return;
  }
  const band = event.target.closest(".oc-band");
  if (band === null) return;
  if (event.ctrlKey || event.metaKey) open(band.dataset.href, "_blank");
  else location.assign(band.dataset.href);
});

root.querySelectorAll("[hidden]").forEach((element) => { element.hidden = false; });
