// The messages of the place: each stands once, under its own number, in its newest version.

import { open } from "./forms.js";
import { facts } from "./wire.js";

const log = document.querySelector("[data-log]");
const NEAR = 160;

const find = (id) => document.getElementById(`message-${id}`);

/** Take what the server answered to a post: messages, removals, a form to open. */
export function take({ changed = [], removed = [], opened = null }) {
  changed.forEach(put);
  removed.forEach(drop);
  if (opened) open(find(opened)?.querySelector("dialog"));
}

export function put({ id, version, html }) {
  const old = find(id);
  if (old && Number(old.dataset.version) >= version) return;
  const made = document.createElement("template");
  made.innerHTML = html;
  const article = made.content.firstElementChild;
  if (old) return swap(old, article);
  if (facts.earlier === "yes") return;
  const stay = nearEnd() || article.dataset.author === facts.account;
  article.classList.add("fresh");
  const before = [...log.querySelectorAll(".message")].findLast((each) => Number(each.dataset.id) < id);
  if (before) before.after(article);
  else log.append(article);
  if (stay) toEnd();
  pins();
}

export function drop(id) {
  const old = find(id);
  const held = old?.contains(document.activeElement);
  old?.remove();
  if (held) document.getElementById("composer")?.focus();
  pins();
}

export function toEnd() {
  log.scrollTop = log.scrollHeight;
}

function nearEnd() {
  return log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
}

function swap(old, article) {
  const stay = nearEnd();
  const held = old.contains(document.activeElement);
  const wasOpen = old.querySelector("dialog")?.open;
  old.replaceWith(article);
  const dialog = article.querySelector("dialog");
  if (wasOpen && dialog) open(dialog);
  else if (held || wasOpen) article.focus({ preventScroll: true });
  if (stay) toEnd();
  else if (wasOpen && !dialog) article.scrollIntoView({ block: "nearest" });
  pins();
}

export function pins() {
  const bar = document.querySelector("[data-pinned]");
  const pinned = [...log.querySelectorAll("[data-pin]")].at(-1);
  bar.hidden = !pinned;
  if (!pinned) return;
  const link = bar.querySelector("a");
  link.textContent = pinned.dataset.pin;
  link.href = `#${pinned.id}`;
}
