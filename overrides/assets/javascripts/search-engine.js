// What the search page and the search box of every page share: the engine with its index, and what is made of a result.

const language = document.documentElement.lang || "en";
const MOST_WORDS_FOUND = 8;
const LONGEST_QUESTION = 200;
export const HIGHLIGHT = "highlight";

// The orders that the index knows; what is left out is by relevance.
const ORDERS = { newest: { newest: "asc" }, reuses: { reuses: "asc" } };

const madeFrom = new WeakMap();
let failures = 0;

export async function openIndex(address) {
  const place = new URL(address, location.href);
  const entry = new URL("pagefind-entry.json", place);
  const [engine, version] = await Promise.all([engineAt(place), textAt(entry)]);
  const index = engine.createInstance({ baseUrl: new URL("../", place).pathname, excerptLength: 30 });
  await index.init();
  madeFrom.set(index, { entry, version });
  return index;
}

// Some browsers remember that a module could not be had, and never ask for it by that address again.
async function engineAt(place) {
  try {
    return await import(failures ? `${place.href}?${failures}` : place.href);
  } catch (error) {
    failures += 1;
    throw error;
  }
}

async function textAt(address) {
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.text();
}

// Of a part of the index that it cannot load the engine says only that nothing was found: that must be true.
async function mustBeThere(index) {
  const { entry, version } = madeFrom.get(index);
  if ((await textAt(entry)) !== version) throw new Error("the index was made anew");
}

// What is sorted by where nobody chose: the best match first, without a question the newest.
export const usualSort = (q) => (q ? "relevance" : "newest");

// Nobody asks more: what was pasted or stands in an address by mistake would keep the engine busy.
export const questionIn = (text) => text.trim().slice(0, LONGEST_QUESTION);

// What the engine finds for a state: results without their pages, and counts by facet.
export function found(index, { q, sort, filters }) {
  const wanted = sort === "relevance" && !q ? "newest" : sort || usualSort(q);
  const chosen = Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, { any: values }]));
  return index.search(q || null, { filters: chosen, sort: ORDERS[wanted] ?? {} });
}

// Where the engine runs without its worker it gives out one object for a page, and fills it in anew for every question.
export const pagesOf = (results) => Promise.all(results.map(async (result) => ({ ...(await result.data()) })));

// What a state finds: all results, the pages of the first *most* of them, counts by facet, and the words that no page has.
// For a word that it does not know the engine takes others that begin with its first letters; that is not finding it.
export async function sought(index, state, most) {
  const { results, filters } = await found(index, state);
  if (!results.length) await mustBeThere(index);
  const pages = await pagesOf(results.slice(0, most));
  const asked = [...new Set(state.q.split(/\s+/))].filter(letters);
  const missing = await wordsMissing(index, asked, pages);
  if (missing.length && missing.length === asked.length) return { results: [], filters: {}, pages: [], missing };
  return { results, filters, pages, missing };
}

const letters = (word) => word.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

// Text as it is compared: small letters, without accents.
export const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// A word is there where a found one begins with it, or where the engine finds it to the letter, its endings aside.
async function wordsMissing(index, asked, pages) {
  const forms = pages.flatMap((page) => allWordsFound(page).map(letters));
  const doubtful = asked.filter((word) => !forms.some((form) => form.startsWith(letters(word))));
  const exact = await Promise.all(doubtful.map((word) => index.search(`"${word.replaceAll('"', "")}"`)));
  return doubtful.filter((word, place) => !exact[place].results.length);
}

export function element(tag, text, attributes = {}) {
  const made = Object.assign(document.createElement(tag), attributes);
  if (text !== undefined) made.textContent = text;
  return made;
}

// A sentence with values in its places; of one with plural forms the form that fits n.
export function sentence(forms, values = {}) {
  let text = forms;
  if (typeof forms !== "string") {
    const form = new Intl.PluralRules(language).select(values.n);
    text = (values.n === 0 && forms.zero) || (forms[form] ?? forms.other);
  }
  return text.replace(/\{(\w+)\}/g, (place, name) => {
    const value = values[name];
    return value === undefined ? place : typeof value === "number" ? new Intl.NumberFormat(language).format(value) : value;
  });
}

// The words of a page that were found, as they stand in it: the index finds "starting" for "start".
export const wordsFound = (page) => allWordsFound(page).slice(0, MOST_WORDS_FOUND);

function allWordsFound(page) {
  const all = page.content.includes("\u200B") ? page.content.split("\u200B") : page.content.split(/\s+/);
  return [...new Set(page.locations.map((place) => bareWord(plainText(all[place] ?? ""))))].filter(Boolean);
}

const bareWord = (text) => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, "").toLowerCase();

// What is in another language than the site's says so.
export const ownLanguage = ({ meta }) => (meta.lang ? { lang: meta.lang } : {});

// The way to a result, which tells the page what to mark there.
export function addressOf(page, words) {
  const address = new URL(page.url, location.href);
  for (const word of words) address.searchParams.append(HIGHLIGHT, word);
  return address.href;
}

// A parsed document runs and loads nothing; of an excerpt only text and marks are taken over.
const parsed = (html) => new DOMParser().parseFromString(html, "text/html").body;
const plainText = (html) => (html.includes("&") ? parsed(html).textContent : html);

export function markedExcerpt(excerpt) {
  return [...parsed(excerpt).childNodes].map((node) => (node.nodeName === "MARK" ? element("mark", node.textContent) : node.textContent));
}

export function markedTitle(title, words) {
  return title.split(/(\s+)/).map((part) => (words.includes(bareWord(part)) ? element("mark", part) : part));
}
