// On a page that was found: the words that were searched for, marked without touching the page's own text.

import { element, folded, HIGHLIGHT, sentence } from "./search-engine.js";

const body = document.querySelector("[data-pagefind-body]");
const UNMARKED = "[data-pagefind-ignore], script, style, svg, [hidden]";
const NAME = "oc-found";

const wanted = new Set(new URLSearchParams(location.search).getAll(HIGHLIGHT).map(folded).filter(Boolean));

function texts() {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(UNMARKED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

// A word that was found stands in the text between white space, with its own marks around it.
function* places() {
  for (const node of texts())
    for (const match of node.data.matchAll(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}\p{M}])?/gu))
      if (wanted.has(folded(match[0]))) {
        const range = new Range();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        yield range;
      }
}

function show(range) {
  const box = range.getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight) scrollBy({ top: box.top - innerHeight / 3, behavior: "instant" });
}

function withoutMarks() {
  const address = new URL(location.href);
  address.searchParams.delete(HIGHLIGHT);
  return address;
}

function bar(ranges, words) {
  const made = element("div", undefined, { className: "oc-marks", role: "region", ariaLabel: words.label });
  const button = (text) => element("button", text, { type: "button", className: "oc-plain-button" });
  const [next, remove] = [button(words.next), button(words.remove)];
  let at = 0;
  next.hidden = ranges.length < 2;
  next.addEventListener("click", () => {
    at = (at + 1) % ranges.length;
    show(ranges[at]);
    CSS.highlights.set(`${NAME}-now`, new Highlight(ranges[at]));
  });
  remove.addEventListener("click", () => {
    CSS.highlights.delete(NAME);
    CSS.highlights.delete(`${NAME}-now`);
    history.replaceState(history.state, "", withoutMarks());
    made.remove();
    const heading = body.querySelector("h1"); // the button is gone, and the focus goes to what it was about
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });
  made.append(element("span", sentence(words.places, { n: ranges.length })), next, remove);
  return made;
}

function mark() {
  const ranges = [...places()].filter((range) => range.getClientRects().length);
  if (!ranges.length) return;
  CSS.highlights.set(NAME, new Highlight(...ranges));
  document.querySelector("main").append(bar(ranges, JSON.parse(document.querySelector("[data-mark-words]").textContent)));
  const [visit] = performance.getEntriesByType("navigation");
  if (!location.hash && visit?.type === "navigate") show(ranges[0]);
}

if ("highlights" in CSS && wanted.size) mark();
