// A button on each text that is there to be copied. Without it the text is marked and copied by hand.
const words = JSON.parse(document.querySelector("[data-copy-words]").textContent);

const told = document.createElement("span");
told.className = "oc-hidden";
told.setAttribute("role", "status");
document.body.append(told);

const addButton = (text) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "oc-copy";
  const says = document.createTextNode(words.copy);
  button.append(says);
  if (text.dataset.copy) {
    const what = document.createElement("span"); // which of several, to who hears the buttons one after the other
    what.className = "oc-hidden";
    what.textContent = ` ${text.dataset.copy}`;
    button.append(what);
  }
  let timer;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
    } catch {
      getSelection().selectAllChildren(text); // not allowed: it is marked, to be copied by hand
      return;
    }
    says.data = words.copied;
    told.textContent = words.copied;
    clearTimeout(timer);
    timer = setTimeout(() => {
      says.data = words.copy;
      told.textContent = "";
    }, 2000);
  });
  const box = document.createElement("div");
  box.className = "oc-copied";
  const hadFocus = text === document.activeElement;
  text.replaceWith(box);
  box.append(text, button);
  if (hadFocus) text.focus({ preventScroll: true });
};

// Only where the page may write to the clipboard: over https or on this machine.
if (navigator.clipboard) document.querySelectorAll("pre[data-copy]").forEach(addButton);
