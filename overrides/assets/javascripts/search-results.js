// A result of the search as it stands in the list.

import { addressOf, element, markedExcerpt, markedTitle, ownLanguage, wordsFound } from "./search-engine.js";

export function resultItem(page, state) {
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
