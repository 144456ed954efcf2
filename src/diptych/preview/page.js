"use strict";
const at = (id) => document.getElementById(id);
const made = (name, values = {}, ...inside) => {
  const element = Object.assign(document.createElement(name), values);
  element.append(...inside);
  return element;
};
let shown = "", state = { sources: [] }, connected = false;

const chosen = () => state.sources.find((one) => one.name === shown) || state.sources[0];

function place(leaf) {
  const words = `line ${leaf.line}`;
  return leaf.link ? made("a", { href: leaf.link, textContent: words }) : made("span", { textContent: words });
}

function renew(list, leaves, name, stale) {
  const before = [...list.children], fresh = before.length > 0;
  let first = null;
  leaves.forEach((leaf, index) => {
    const label = `${name} ${index + 1}`;
    let item = before[index];
    if (!item) {
      item = made("li", { className: "leaf", tabIndex: -1 }, made("img", { loading: "lazy" }), made("p"));
      list.append(item);
    }
    const image = item.firstChild, changed = item.dataset.digest !== leaf.digest;
    item.setAttribute("aria-label", leaf.title ? `${label}: ${leaf.title}` : label);
    item.lastChild.replaceChildren(made("span", { textContent: label }), ...(leaf.line ? [place(leaf)] : []));
    image.alt = leaf.words || label;
    item.classList.toggle("stale", stale);
    if (changed) {
      image.src = `picture/${leaf.digest}`;
      item.dataset.digest = leaf.digest;
      item.classList.toggle("new", fresh);
      if (fresh) {
        first = first || item;
        setTimeout(() => item.classList.remove("new"), 2500);
      }
    }
  });
  before.slice(leaves.length).forEach((item) => item.remove());
  if (list.firstChild && !list.querySelector("[tabindex='0']")) list.firstChild.tabIndex = 0;
  if (first) first.scrollIntoView({ block: "nearest" });
}

function tellFindings(source) {
  const told = source ? source.findings.map((one) => [one.told, one.link]) : [];
  const problem = state.problem || (source && source.problem);
  if (problem) told.unshift([problem, ""]);
  at("findings").hidden = told.length === 0;
  at("finding-list").replaceChildren(...told.map(([words, link]) =>
    made("li", {}, made("pre", { textContent: words }), ...(link ? [made("a", { href: link, textContent: "Open" })] : []))));
}

function status(source) {
  if (!connected) return "The preview has ended; start it again.";
  if (!source) return state.problem || "There is no source.";
  const errors = source.findings.filter((one) => one.severity === "error").length;
  if (source.busy) return `Making the ${source.busy} …`;
  if (source.stale) return `${errors || 1} to mend; what you see is as it was before.`;
  const counts = `${source.pages.length} pages, ${source.slides.length} slides`;
  return source.findings.length ? `${counts}; ${source.findings.length} to look at` : counts;
}

function draw() {
  const source = chosen();
  const names = state.sources.map((one) => one.name);
  if ([...at("source").options].map((one) => one.value).join("\n") !== names.join("\n")) {
    at("source").replaceChildren(...names.map((name) => made("option", { value: name, textContent: name })));
  }
  at("source-label").hidden = names.length < 2;
  if (source && source.name !== shown) {
    shown = source.name;
    ["pages", "slides"].forEach((id) => at(id).replaceChildren());
  }
  at("source").value = shown;
  const words = status(source);
  if (at("status").textContent !== words) at("status").textContent = words;
  tellFindings(source);
  at("title").textContent = source ? source.title : "Preview";
  document.title = `${source ? source.title : "Preview"} – preview`;
  at("open").hidden = !(source && source.link);
  if (source) at("open").href = source.link;
  renew(at("pages"), source ? source.pages : [], "Page", Boolean(source && source.stale));
  renew(at("slides"), source ? source.slides : [], "Slide", Boolean(source && source.stale));
}

async function fetchState() {
  state = await (await fetch("state", { cache: "no-store" })).json();
  draw();
}

function step(list, by) {
  const items = [...list.children], now = items.indexOf(document.activeElement.closest(".leaf"));
  const next = items[Math.min(Math.max(now < 0 ? 0 : now + by, 0), items.length - 1)];
  if (!next) return;
  items.forEach((item) => { item.tabIndex = item === next ? 0 : -1; });
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

const nearest = () => document.activeElement.closest("#deck") ? at("slides") : at("pages");
const keys = {
  j: () => step(nearest(), 1), k: () => step(nearest(), -1),
  ArrowDown: () => step(nearest(), 1), ArrowUp: () => step(nearest(), -1),
  h: () => step(at("pages"), 0), s: () => step(at("slides"), 0),
  f: () => { const link = at("finding-list").querySelector("a"); if (link) link.focus(); },
  Enter: () => { const link = document.activeElement.querySelector?.(":scope > p a"); if (link) link.click(); },
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("select, a")) return;
  const inLeaf = document.activeElement.closest(".leaf");
  if (!keys[event.key] || (event.key.startsWith("Arrow") || event.key === "Enter") && !inLeaf) return;
  event.preventDefault();
  keys[event.key]();
});
at("source").addEventListener("change", (event) => {
  shown = event.target.value;
  ["pages", "slides"].forEach((id) => at(id).replaceChildren());
  draw();
});
at("scheme").addEventListener("change", (event) => {
  document.documentElement.dataset.scheme = event.target.value;
  try { localStorage.setItem("scheme", event.target.value); } catch { /* kept for this page alone */ }
});
try {
  at("scheme").value = document.documentElement.dataset.scheme = localStorage.getItem("scheme") || "";
} catch { /* no storage */ }

const events = new EventSource("events");
events.onmessage = () => { connected = true; fetchState(); };
events.onerror = () => { connected = false; draw(); };
