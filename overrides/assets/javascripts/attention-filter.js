// Attention for one community, one steward or one sort of thing; the choice stands in the address.
const form = document.querySelector("[data-attention-filter]");
const told = form.querySelector("[role=status]");
const choices = ["community", "steward", "topic"].filter((name) => form.elements[name]);

/** The communities that are shown; null for all. */
const communities = () => {
  const { community, steward } = form.elements;
  const named = steward?.selectedOptions[0]?.dataset.communities?.split(" ") ?? null;
  if (community.selectedIndex <= 0) return named;
  return named === null ? [community.value] : named.filter((one) => one === community.value);
};

const show = () => {
  const [wanted, topic] = [communities(), form.elements.topic.value];
  const isWanted = (part) => wanted === null || wanted.includes(part.dataset.community);
  const fits = (part) => topic === "" || part.dataset.topic === topic;
  let shown = 0;
  document.querySelectorAll(".oc-todo--overdue > li").forEach((item) => {
    item.hidden = !(isWanted(item) && fits(item));
  });
  document.querySelectorAll("section[data-community]").forEach((section) => {
    const topics = [...section.querySelectorAll("[data-topic]")];
    topics.forEach((part) => { part.hidden = !fits(part); });
    section.hidden = !isWanted(section) || topics.every((part) => part.hidden);
    shown += Number(!section.hidden);
  });
  told.textContent = shown === 0 ? told.dataset.nothing : "";
};

const remember = () => {
  const address = new URL(location.href);
  choices.forEach((name) => {
    const { value, selectedIndex } = form.elements[name];
    if (selectedIndex > 0) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  });
  if (address.href !== location.href) history.replaceState(null, "", address);
};

const asked = new URLSearchParams(location.search);
choices.filter((name) => asked.has(name)).forEach((name) => {
  const at = [...form.elements[name].options].findIndex((option) => option.value === asked.get(name));
  form.elements[name].selectedIndex = Math.max(at, 0);
});
const answer = () => { show(); remember(); };
form.addEventListener("change", answer);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(answer));
answer(); // to what was chosen before this script came, too
