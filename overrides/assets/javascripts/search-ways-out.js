// Ways out of a question that finds nothing.

import { sentence, sought } from "./search-engine.js";
import { without } from "./search-state.js";

const MOST_WORDS = 5;

// What to leave out of a question that finds nothing, so that something is found: texts, each with the state it leads to.
export async function waysOut(index, state, words, facetNames) {
  const less = Object.entries(state.filters).map(([name, values]) => [
    sentence(words.without_filter, { facet: facetNames[name], value: values.join(", ") }),
    without(state, name),
  ]);
  const all = [...new Set(state.q.split(/\s+/))].filter(Boolean);
  const parts = all.slice(0, MOST_WORDS);
  const rest = (word) => all.filter((other) => other !== word).join(" ");
  if (parts.length > 1) less.push(...parts.map((word) => [sentence(words.without_word, { word }), { ...state, q: rest(word) }]));
  const ways = await fruitful(index, less, words);
  if (ways.length) return ways;
  const alone = parts.map((word) => [sentence(words.only_word, { word }), { q: word, sort: "", filters: {} }]);
  return fruitful(index, Object.keys(state.filters).length ? [[words.no_filter, { ...state, filters: {} }], ...alone] : alone, words);
}

async function fruitful(index, questions, words) {
  const counted = await Promise.all(questions.map(async ([text, state]) => [text, state, (await sought(index, state, 1)).results.length]));
  return counted.filter(([, , n]) => n).map(([text, state, n]) => [`${text} – ${sentence(words.results, { n })}`, state]);
}
