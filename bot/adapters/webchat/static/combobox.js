// A text box with a list of completions under the hands: arrows move, Enter or Tab takes, Escape closes.

let count = 0;

export class Combobox {
  /** `find(text)` answers items, `draw(item)` fills a list entry, `choose(item)` takes one. */
  constructor(input, list, { find, draw, choose, first = false, none = "" }) {
    Object.assign(this, { input, list, find, draw, choose, first, none, items: [], active: -1, asked: 0 });
    list.id ||= `list-${++count}`;
    input.setAttribute("aria-controls", list.id);
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const entry = event.target.closest("[role=option]");
      if (entry) this.take(Number(entry.dataset.index));
    });
  }

  async look() {
    const asked = ++this.asked;
    const items = await this.find(this.input.value).catch(() => []);
    if (asked !== this.asked) return;
    this.items = items ?? [];
    this.list.replaceChildren(...this.items.map((item, index) => this.entry(item, index)));
    if (items && !items.length && this.none) {
      this.list.append(Object.assign(document.createElement("li"), { className: "none", textContent: this.none }));
    }
    this.list.hidden = !this.list.childElementCount;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    if (!this.list.hidden) this.list.scrollIntoView({ block: "nearest" });
    this.point(this.first && this.items.length ? 0 : -1);
  }

  entry(item, index) {
    const entry = document.createElement("li");
    entry.id = `${this.list.id}-${index}`;
    entry.dataset.index = index;
    entry.setAttribute("role", "option");
    this.draw(item, entry);
    return entry;
  }

  point(index) {
    this.active = index;
    [...this.list.children].forEach((entry, at) => entry.setAttribute("aria-selected", String(at === index)));
    if (index < 0) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", this.list.children[index].id);
    this.list.children[index].scrollIntoView({ block: "nearest" });
  }

  take(index) {
    const item = this.items[index];
    this.close();
    this.choose(item);
    this.input.focus();
  }

  close() {
    this.asked++;
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.point(-1);
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (this.list.hidden) {
      if (step === 1 && !this.first) { event.preventDefault(); this.look(); }
      return;
    }
    const count = this.items.length;
    if (step && count) {
      event.preventDefault();
      this.point((Math.max(this.active, step < 0 ? 0 : -1) + step + count) % count);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if ((event.key === "Enter" || event.key === "Tab") && this.active >= 0 && !event.shiftKey) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.take(this.active);
    }
  }
}
