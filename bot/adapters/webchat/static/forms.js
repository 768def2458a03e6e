// Forms in a sheet: what is typed is kept, errors stand beside their field, closing loses nothing.

import { Combobox } from "./combobox.js";
import { take } from "./timeline.js";
import { facts, get, post } from "./wire.js";

const QUIET = 600;
const states = new WeakMap();

export function open(dialog) {
  if (!dialog || dialog.open) return;
  const form = dialog.querySelector("form");
  form.querySelectorAll("[data-search]").forEach(searchable);
  if (form.matches("[data-form]")) restore(form);
  dialog.showModal();
  const wrong = form.querySelector("[aria-invalid]");
  const first = wrong?.matches("fieldset") ? wrong.querySelector("input") : wrong;
  const field = form.querySelector(".field");
  (first ?? field?.querySelector("input:checked") ?? field?.querySelector("input:not([type=hidden]), textarea, select"))?.focus();
  count(form);
}

export function forms() {
  document.addEventListener("click", (event) => {
    const card = event.target.closest("[data-form-open]");
    if (card) open(card.closest("article").querySelector("dialog"));
    event.target.closest("[data-close]")?.closest("dialog").close();
    const name = event.target.closest("[data-open]")?.dataset.open;
    if (name) open(document.getElementById(name));
  });
  document.addEventListener("close", (event) => event.target.matches("[data-form-sheet]") && save(formOf(event.target)), true);
  document.addEventListener("input", (event) => {
    const form = event.target.closest("[data-form]");
    if (form) typed(form);
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-form]")) return;
    event.preventDefault();
    finish(event.target, event.submitter);
  });
  addEventListener("pagehide", () => document.querySelectorAll("dialog[open] [data-form]").forEach((form) => save(form, true)));
}

const formOf = (dialog) => dialog.querySelector("[data-form]");

function stateOf(form) {
  if (!states.has(form)) states.set(form, { dirty: false, sending: Promise.resolve(), timer: 0, done: false });
  return states.get(form);
}

function typed(form) {
  const state = stateOf(form);
  state.dirty = true;
  keep(form);
  clearTimeout(state.timer);
  state.timer = setTimeout(() => save(form), QUIET);
  count(form);
}

/** What is typed stays in this tab until the server has it: a reload can overtake what is being sent. */
function keep(form) {
  sessionStorage.setItem(nameOf(form), JSON.stringify(boxes(form).map((box) => [box.value, Boolean(box.checked)])));
}

function restore(form) {
  const kept = JSON.parse(sessionStorage.getItem(nameOf(form)));
  if (!kept) return;
  const all = boxes(form);
  if (kept.length !== all.length) return forget(form);
  all.forEach((box, index) => {
    if (["radio", "checkbox"].includes(box.type)) [, box.checked] = kept[index];
    else [box.value] = kept[index];
  });
  typed(form);
}

const forget = (form) => sessionStorage.removeItem(nameOf(form));

const nameOf = (form) => `menteo-form:${form.getAttribute("action")}:${form.elements.message.value}`;

const boxes = (form) => [...form.elements].filter((box) =>
  box.matches("input:not([type=file], [name=message], [name=update]), textarea, select"));

function save(form, keepalive = false) {
  const state = stateOf(form);
  clearTimeout(state.timer);
  if (!state.dirty || state.done) return state.sending;
  state.dirty = false;
  const data = new FormData(form);
  [...data].forEach(([name, value]) => value instanceof File && data.delete(name));
  data.set("final", "no");
  say(form, facts.wordsSaving);
  state.sending = state.sending.then(async () => {
    const { trouble } = await post(form.getAttribute("action"), data, { keepalive });
    if (!trouble && !state.dirty) forget(form);
    say(form, trouble ?? facts.wordsSaved);
  });
  return state.sending;
}

async function finish(form, button) {
  const state = stateOf(form);
  if (state.done) return;
  state.done = true;
  clearTimeout(state.timer);
  await state.sending;
  const cancels = button?.matches("[data-form-cancel]");
  const data = new FormData(form);
  if (!cancels) data.set("final", "yes");
  const answer = await post(cancels ? button.getAttribute("formaction") : form.getAttribute("action"), data);
  state.done = false;
  if (answer.trouble) return say(form, answer.trouble);
  forget(form);
  take(answer);
}

function say(form, words) {
  form.querySelector("[data-form-state]").textContent = words;
}

/** Say how much of a long form is answered; a box that is left off is an answer, too. */
function count(form) {
  const fields = [...form.querySelectorAll(".field")];
  if (fields.length < 4 || !form.matches("[data-form]")) return;
  const done = fields.filter((each) => each.querySelector(".tick-box, input:checked:not([value='']), option:checked:not([value=''])")
    || [...each.querySelectorAll("input:not([type=radio], [type=checkbox]), textarea")].some((box) => box.value.trim()));
  say(form, facts.wordsAnswered.replace("{done}", done.length).replace("{all}", fields.length));
}

function searchable(input) {
  if (input.dataset.ready) return;
  input.dataset.ready = "yes";
  if (input.dataset.source === "zone" && !input.value && input.name !== "zone") {
    input.value = input.dataset.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
  }
  const kept = Object.assign(document.createElement("input"), { type: "hidden", name: input.name, value: input.dataset.value || input.value });
  const list = Object.assign(document.createElement("ul"), { className: "options", hidden: true });
  const frame = Object.assign(document.createElement("div"), { className: "searching" });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", facts.wordsOptions);
  input.before(frame);
  frame.append(input, kept, list);
  input.removeAttribute("name");
  Object.entries({ role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list", "aria-haspopup": "listbox" })
    .forEach(([name, value]) => input.setAttribute(name, value));
  const box = new Combobox(input, list, {
    none: facts.wordsNone,
    find: async (text) => (await get(`${input.dataset.search}?${new URLSearchParams({ source: input.dataset.source, text })}`)).json(),
    draw: (option, entry) => {
      entry.append(Object.assign(document.createElement("span"), { textContent: option.label }));
      entry.append(Object.assign(document.createElement("span"), { className: "summary", textContent: option.description }));
    },
    choose: (option) => {
      input.value = option.label;
      kept.value = option.value;
      if (input.form.matches("[data-form]")) typed(input.form);
    },
  });
  let timer;
  // Nothing chosen yet: a click shows what there is. Something chosen: typing takes its place.
  input.addEventListener("click", () => input.value ? input.select() : input.getAttribute("aria-expanded") === "false" && box.look());
  input.addEventListener("input", () => {
    kept.value = input.value;
    clearTimeout(timer);
    timer = setTimeout(() => document.activeElement === input && box.look(), 150);
  });
}
