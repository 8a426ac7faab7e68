// Results change while one types or narrows, without a new page. Where no script runs, the form and the links do the same.
const form = document.querySelector("[data-live]");
const field = form.elements.q;
const names = document.getElementById(field.getAttribute("list"));
let asked = 0;
let waiting;
let shown = location.search;

const show = async (address, { keep, focus } = {}) => {
  const mine = ++asked;
  const held = document.getElementById(form.dataset.live);
  held.setAttribute("aria-busy", "true");
  try {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    const fresh = page.getElementById(form.dataset.live);
    if (mine !== asked) return;
    if (!fresh) { location.assign(address); return; }
    held.replaceWith(fresh);
    document.title = page.title;
    shown = new URL(address, location).search;
    if (keep) history.replaceState({}, "", address); else history.pushState({}, "", address);
    const typed = page.getElementById("q");
    if (typed && document.activeElement !== field) field.value = typed.value;
    if (focus) fresh.focus({ preventScroll: true });
  } catch {
    location.assign(address);
  }
};

const address = () => {
  const values = new URLSearchParams(new FormData(form));
  for (const [name, usual] of [["volgorde", "relevantie"], ["q", ""]]) if (values.get(name) === usual) values.delete(name);
  return `${form.action}${values.size ? "?" : ""}${values}`;
};

const complete = async () => {
  const word = field.value.slice(0, field.selectionStart ?? undefined).split(/\s+/).pop().split(":").pop().replace(/^["(-]+/, "");
  if (word.length < 2) return;
  const before = field.value.slice(0, field.value.length - word.length);
  const found = await (await fetch(`${form.dataset.complete}?q=${encodeURIComponent(word)}`)).json();
  names.replaceChildren(...found.map(({ value, query, count }) => {
    const option = document.createElement("option");
    option.value = `${before.replace(/\S+:$/, "")}${query}`;
    option.label = `${value} (${count})`;
    return option;
  }));
};

field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => { complete().catch(() => {}); show(address(), { keep: true }); }, 300);
});
form.elements.volgorde.addEventListener("change", () => show(address()));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  show(address(), { focus: true });
});
document.addEventListener("click", (event) => {
  const link = event.target.closest(".facets a, .offers a, .paging a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  show(link.href, { focus: true }).then(() => { if (link.closest(".paging")) scrollTo(0, 0); });
});
addEventListener("popstate", () => { if (location.search !== shown) location.reload(); });
