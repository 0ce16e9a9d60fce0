// What a chart's mark says, in a panel beside it: by pointing, by touch, and by arrow keys. The charts are complete
// without it: all it shows stands in the marks' own titles. Escape closes the panel; it stays while it is pointed at.
// It is for eyes: a mark that is a link is heard by its name, and any other when keys lead to it.

const AWAY = 10;
const panel = document.createElement("div");
panel.className = "oc-said";
panel.ariaHidden = "true";
panel.hidden = true;
const told = document.createElement("span");
told.className = "oc-hidden";
told.role = "status";
document.body.append(panel, told);

let shown = null;
let closing = 0;

// The marks of a chart in the order of its drawing; their titles are taken over, so that no second panel comes up.
function marksOf(chart) {
  const titles = [...chart.querySelectorAll("title")].filter((title) => title.parentNode !== chart);
  return titles.map((title) => {
    const mark = { chart, element: title.parentNode, text: title.textContent };
    if (mark.element.localName === "a") mark.element.setAttribute("aria-label", heard(mark));
    title.remove();
    return mark;
  });
}

const heard = (mark) => mark.text.replaceAll("\n", ", ");

function show(mark) {
  clearTimeout(closing);
  if (shown !== mark) {
    close();
    shown = mark;
    mark.element.classList.add("oc-pointed");
    panel.replaceChildren(...mark.text.split("\n").map((line) => {
      const span = document.createElement("span");
      span.textContent = line;
      return span;
    }));
    panel.hidden = false;
  }
  place(mark);
}

// Below the mark, or above it where there is no room; never beyond the window's sides.
function place(mark) {
  const spot = (mark.element.querySelector(".oc-community, .oc-outer, .oc-column, .oc-delivered") ?? mark.element).getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const left = Math.min(Math.max(spot.left + spot.width / 2 - panel.offsetWidth / 2, 4), width - panel.offsetWidth - 4);
  const below = Math.min(spot.bottom, spot.top + 60) + AWAY;
  const fits = below + panel.offsetHeight < innerHeight;
  const top = fits ? below : Math.max(spot.top - panel.offsetHeight - AWAY, 4);
  panel.style.left = `${left + scrollX}px`;
  panel.style.top = `${top + scrollY}px`;
}

function close() {
  clearTimeout(closing);
  shown?.element.classList.remove("oc-pointed");
  shown = null;
  panel.hidden = true;
  told.textContent = "";
}

// Time to reach the panel with the pointer.
function closeSoon() {
  clearTimeout(closing);
  closing = setTimeout(close, 300);
}

function step(marks, key, current) {
  if (key === "Home") return 0;
  if (key === "End") return marks.length - 1;
  const way = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
  return current < 0 ? (way > 0 ? 0 : marks.length - 1) : Math.min(Math.max(current + way, 0), marks.length - 1);
}

function bring(chart) {
  const marks = marksOf(chart);
  if (!marks.length) return;
  const links = marks.filter((mark) => mark.element.localName === "a");
  for (const mark of marks) {
    mark.element.addEventListener("pointerenter", () => show(mark));
    // A finger that is lifted leaves too: what it pointed at stays until it points elsewhere or moves the page.
    mark.element.addEventListener("pointerleave", (event) => event.pointerType === "touch" || closeSoon());
    mark.element.addEventListener("pointercancel", close);
  }
  for (const mark of links) {
    mark.element.addEventListener("focus", () => show(mark));
    mark.element.addEventListener("blur", close);
  }
  if (!links.length) {
    chart.tabIndex = 0;
    chart.addEventListener("blur", close);
  }
  // By day from left to right, whatever order they were drawn in; a map keeps the order of its links.
  const left = (mark) => mark.element.getBBox().x;
  const ordered = links.length ? links : [...marks].sort((a, b) => left(a) - left(b));
  chart.addEventListener("keydown", (event) => {
    if (!["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const current = links.length ? links.findIndex((mark) => mark.element === document.activeElement) : ordered.indexOf(shown);
    const next = ordered[step(ordered, event.key, current)];
    event.preventDefault();
    if (links.length) {
      next.element.focus();
    } else {
      show(next);
      told.textContent = heard(next);
    }
  });
}

panel.addEventListener("pointerenter", () => clearTimeout(closing));
panel.addEventListener("pointerleave", closeSoon);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close();
});
document.addEventListener("pointerdown", (event) => {
  if (shown && !shown.element.contains(event.target) && !panel.contains(event.target)) close();
});
addEventListener("resize", close);
addEventListener("pagehide", close);
document.querySelectorAll(".oc-figure > .oc-chart, .oc-figures .oc-chart").forEach(bring);
