// What happens, as it happens: one stream per window, which goes on from what this window has read.

import { pins, put, drop, toEnd } from "./timeline.js";
import { facts, get, post, renew, settled } from "./wire.js";

const GIVE_UP_HIDDEN = 60_000; // a browser holds six streams to one host: windows that nobody looks at let go
const SAY_LOST = 1200;

export function listen({ onClock, onStir }) {
  let seq = Number(facts.seq);
  let source;
  let lost;
  let asleep;

  const read = settled(300, () => {
    if (document.visibilityState !== "visible" || facts.earlier === "yes") return;
    const data = new FormData();
    data.set("seq", seq);
    post(`${facts.base}/read`, data);
  });

  const on = (kind, action) =>
    source.addEventListener(kind, (event) => {
      if (event.lastEventId) seq = Math.max(seq, Number(event.lastEventId));
      action(JSON.parse(event.data));
    });

  function connect() {
    source = new EventSource(`${facts.base}/events?after=${seq}`);
    source.onopen = () => {
      clearTimeout(lost);
      lost = undefined;
      if (document.documentElement.dataset.live === "no") places();
      show(true);
    };
    source.onerror = () => {
      lost ??= setTimeout(() => show(false), SAY_LOST);
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, 2 * SAY_LOST);
    };
    on("message", (message) => { put(message); read(); });
    on("removed", ({ id }) => drop(id));
    on("places", places);
    on("clock", onClock);
    on("stir", onStir);
    on("gone", () => location.reload());
  }

  document.addEventListener("visibilitychange", () => {
    clearTimeout(asleep);
    if (document.visibilityState === "hidden") asleep = setTimeout(() => source.close(), GIVE_UP_HIDDEN);
    else if (source.readyState === EventSource.CLOSED) connect();
    read();
  });
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => event.persisted && connect());

  connect();
  pins();
  unread();
  if (!location.hash) toEnd();
  read();
}

const places = settled(120, async () => {
  const list = document.getElementById("places");
  const held = list.contains(document.activeElement) && document.activeElement.dataset.place;
  renew(list, await (await get(`${facts.base}/places`)).text());
  if (held) list.querySelector(`[data-place="${CSS.escape(held)}"]`)?.focus();
  unread();
});

const title = document.title;
function unread() {
  const all = [...document.querySelectorAll("#places .unread [aria-hidden]")].map((each) => parseInt(each.textContent, 10));
  const sum = all.reduce((one, other) => one + other, 0);
  document.title = sum ? `(${sum}) ${title}` : title;
}

function show(isLive) {
  document.documentElement.dataset.live = isLive ? "yes" : "no";
  document.querySelector("[data-testid=offline]").hidden = isLive;
}
