// The page: what its parts do when they are pressed, and when something happens.

import { begin, compose, forget } from "./composer.js";
import { forms, open } from "./forms.js";
import { listen } from "./live.js";
import { take } from "./timeline.js";
import { complain, facts, get, post, renew, settled } from "./wire.js";

const BEGIN = "menteo-begins"; // where, and what
const OPEN = "menteo-open";
const FOLDED = "menteo-folded";
const NARROW = matchMedia("(max-width: 46rem)");

const here = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
document.cookie = `menteo-zone=${encodeURIComponent(here)}; path=/; samesite=strict; max-age=31536000`;

const clock = document.querySelector("[data-clock]");
const face = clock.querySelector("time");
const inZone = (timeZone) => new Intl.DateTimeFormat(clock.dataset.language, {
  weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone,
});
let words = inZone(clock.dataset.zone);
let moved = { now: Date.parse(face.dateTime), at: Date.now() };

function tell() {
  const now = new Date(moved.now + Date.now() - moved.at);
  face.dateTime = now.toISOString();
  face.textContent = words.format(now);
}

function onClock({ now, zone, busy }) {
  moved = { now: Date.parse(now), at: Date.now() };
  if (zone !== clock.dataset.zone) {
    words = inZone(zone);
    clock.dataset.zone = clock.querySelector("small").textContent = zone;
  }
  hold(busy);
  tell();
}

function hold(busy) {
  clock.dataset.busy = busy ? "yes" : "no";
  document.querySelectorAll("[data-clock-form] button").forEach((each) => { each.disabled = busy; });
}

async function advance(form, button) {
  const data = new FormData(form, button);
  hold(true);
  const { trouble } = await post(form.action, data);
  hold(false);
  complain(trouble);
}

async function run(form, button) {
  const buttons = [...form.querySelectorAll("button")];
  const data = new FormData(form, button);
  buttons.forEach((each) => { each.disabled = true; });
  const answer = await post(form.action, data);
  buttons.forEach((each) => { each.disabled = false; });
  complain(answer.trouble);
  const base = new URL(form.action).pathname.replace(/\/[^/]*$/, "");
  if (answer.trouble || base === facts.base) return take(answer);
  if (answer.opened) sessionStorage.setItem(OPEN, answer.opened);
  location.assign(base);
}

const guide = document.querySelector("[data-guide]");
const onStir = settled(200, async () => {
  forget();
  const html = await (await get(`${facts.base}/guide`)).text();
  const held = guide.contains(document.activeElement);
  if (!renew(guide, html)) return;
  fold();
  hold(clock.dataset.busy === "yes");
  if (held) guide.querySelector("button, a, summary")?.focus();
});

function fold() {
  const details = guide.querySelector("[data-fold]");
  if (!details) return;
  details.open = (localStorage.getItem(FOLDED) ?? (NARROW.matches ? "yes" : "no")) === "no";
  details.addEventListener("toggle", () => localStorage.setItem(FOLDED, details.open ? "no" : "yes"));
}

function drawer(isOpen) {
  document.body.classList.toggle("drawer-open", isOpen);
  document.querySelector("[data-drawer=open]").setAttribute("aria-expanded", String(isOpen));
  if (isOpen) document.querySelector("#places a")?.focus();
}

document.addEventListener("submit", (event) => {
  const action = event.target.matches("[data-run]") ? run : event.target.matches("[data-clock-form]") ? advance : null;
  if (!action) return;
  event.preventDefault();
  action(event.target, event.submitter);
});
document.addEventListener("click", (event) => {
  const menu = document.querySelector("[data-menu]");
  if (!menu.contains(event.target) || event.target.closest("[data-open]")) menu.open = false;
  const move = event.target.closest("[data-drawer]")?.dataset.drawer;
  if (move) drawer(move === "open");
  const link = event.target.closest("[data-begin]");
  if (link?.dataset.begin) sessionStorage.setItem(BEGIN, JSON.stringify([link.pathname, link.dataset.begin]));
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.querySelector("[data-menu]").open = false;
  drawer(false);
});

forms();
compose();
fold();
tell();
setInterval(tell, 10_000);
listen({ onClock, onStir });

const [begunAt, begun] = JSON.parse(sessionStorage.getItem(BEGIN) ?? "[]");
const opened = sessionStorage.getItem(OPEN);
sessionStorage.removeItem(BEGIN);
sessionStorage.removeItem(OPEN);
if (opened) open(document.querySelector(`#message-${CSS.escape(opened)} dialog`));
if (begunAt === location.pathname) begin(begun); // left for another page before this one was awake, it isn't meant here
