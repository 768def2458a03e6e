// Sending: each request has a name of its own, so that trying again does nothing twice.

export const facts = document.body.dataset;

const PAUSES = [300, 1200, 0];

export function fresh() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (each) => each.toString(16).padStart(2, "0")).join("");
}

/** Post a form's data; answers what the server says, or {trouble} with a sentence. */
export async function post(url, data, { keepalive = false } = {}) {
  data.set("update", fresh());
  for (const pause of PAUSES) {
    try {
      const answer = await fetch(url, { method: "POST", body: data, keepalive, headers: { Accept: "application/json" } });
      return await answer.json();
    } catch {
      if (pause) await new Promise((resume) => setTimeout(resume, pause));
    }
  }
  return { trouble: facts.wordsLost };
}

export async function get(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer;
}

/** Run something once things have been quiet for a moment; where the line is lost, its return asks again. */
export function settled(wait, action) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => Promise.resolve(action()).catch(() => {}), wait);
  };
}

/** Draw a part of the page again, only if it says something else: a button that is being pressed stays. */
export function renew(part, html) {
  const made = part.cloneNode(false);
  made.innerHTML = html;
  const shown = part.cloneNode(true);
  for (const each of [made, shown]) {
    each.querySelectorAll("[open], [disabled]").forEach((one) => ["open", "disabled"].forEach((name) => one.removeAttribute(name)));
  }
  if (made.innerHTML === shown.innerHTML) return false;
  part.innerHTML = html;
  return true;
}

export function complain(sentence) {
  let line = document.querySelector("[data-trouble]");
  if (!line) {
    line = Object.assign(document.createElement("p"), { className: "trouble" });
    line.setAttribute("role", "alert");
    line.dataset.trouble = "";
    document.querySelector(".place").append(line);
  }
  line.textContent = sentence ?? "";
  line.hidden = !sentence;
}
