// The message box: plain words, or commands completed as one types.

import { Combobox } from "./combobox.js";
import { take, toEnd } from "./timeline.js";
import { complain, facts, get, post } from "./wire.js";

const form = document.querySelector("[data-composer]");
const box = document.getElementById("composer");
const draft = `menteo-draft:${facts.base}`;
let commands;

/** Forget the list: what a persona may do has changed. */
export function forget() {
  commands = undefined;
}

/** Put a line into the box and send it. */
export async function begin(line) {
  if (!form) return;
  box.value = line;
  await send();
}

export function compose() {
  if (!form) return;
  const list = new Combobox(box, document.getElementById("completions"), { find: matching, draw, choose, first: true });
  box.value ||= new URLSearchParams(location.search).get("begin") ?? sessionStorage.getItem(draft) ?? "";
  box.addEventListener("input", () => {
    sessionStorage.setItem(draft, box.value);
    complain(tooLong());
    list.look();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    list.close();
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  document.addEventListener("keydown", typedElsewhere);
}

/** Somebody who reads a message and begins to type means the box. */
function typedElsewhere(event) {
  const printable = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (printable && document.activeElement?.matches("body, article, main")) box.focus();
}

async function matching(text) {
  if (!text.startsWith("/") || text.includes("\n")) return null;
  commands ??= get(`${facts.base}/commands`).then((answer) => answer.json()).catch(() => []);
  const typed = text.slice(1).toLowerCase();
  const found = (await commands).filter((each) => each.typed.includes(typed.trimEnd()));
  if (found.some((each) => each.typed === typed)) return null; // complete: Enter sends it
  return found.sort((one, other) => other.typed.startsWith(typed) - one.typed.startsWith(typed));
}

function draw(command, entry) {
  const typed = Object.assign(document.createElement("span"), { className: "typed", textContent: `/${command.typed} ` });
  entry.append(typed, Object.assign(document.createElement("span"), { className: "summary", textContent: command.summary }));
}

function choose(command) {
  box.value = `/${command.typed}`;
  sessionStorage.setItem(draft, box.value);
}

function tooLong() {
  const over = [...box.value].length - Number(box.dataset.longest);
  return over > 0 ? facts.wordsLeft.replace("{count}", over) : "";
}

async function send() {
  if (box.readOnly || !box.value.trim()) return;
  const trouble = tooLong();
  if (trouble) return complain(trouble);
  box.readOnly = true;
  toEnd(); // who says something wants to see what is answered, however far up they have read
  const answer = await post(form.action, new FormData(form));
  box.readOnly = false;
  complain(answer.trouble);
  if (answer.trouble) return box.focus();
  box.value = "";
  sessionStorage.removeItem(draft);
  take(answer);
}
