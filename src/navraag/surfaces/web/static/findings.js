// The switch "toon bevindingen" without a new page. Where no script runs it is a link that does the same.
const link = document.querySelector("[data-findings]");
const lists = document.querySelectorAll(".findings");
if (link && lists.length) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet-button";
  const show = (on) => {
    for (const list of lists) list.hidden = !on;
    button.setAttribute("aria-pressed", String(on));
    button.textContent = on ? link.dataset.hide : link.dataset.show;
  };
  button.addEventListener("click", () => show(lists[0].hidden));
  show(!lists[0].hidden);
  link.replaceWith(button);
}
