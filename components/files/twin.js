"use strict";
(() => {
  // A browser that opens no folded part by itself is helped: for a link into it,
  // and on paper.
  const reveal = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    const found = name && document.getElementById(name);
    if (!found) return;
    for (let part = found; part; part = part.parentElement) {
      if (part.tagName === "DETAILS") part.open = true;
    }
    found.scrollIntoView();
  };
  addEventListener("hashchange", reveal);

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const part of opened) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of opened) part.open = false;
  });

  // The address names the view, so that a reader can pass it on.
  const controls = [...document.querySelectorAll(".controls input")];
  const names = [...new Set(controls.map((input) => input.name))];
  const recall = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const input of controls) {
      if (asked.get(input.name) === input.value) input.checked = true;
    }
  };
  addEventListener("change", ({ target }) => {
    if (!controls.includes(target)) return;
    const chosen = names.map((name) => [name, controls.find((input) => input.name === name && input.checked).value]);
    history.replaceState(null, "", `#${new URLSearchParams(chosen)}`);
  });
  addEventListener("hashchange", recall);
  recall();
  reveal();

  const search = document.getElementById("search");
  if (!search) return;
  const rows = [...document.querySelectorAll("#agreement-rows > tr")];
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = rows.map((row) => folded(row.textContent));
  const said = search.querySelector("output");
  search.hidden = false;
  search.querySelector("input").addEventListener("input", ({ target }) => {
    const words = folded(target.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, place) => {
      row.hidden = !words.every((word) => texts[place].includes(word));
      shown += !row.hidden;
    });
    said.textContent = said.dataset.words.replace("0", shown.toLocaleString("en"));
  });
})();
