"use strict";
(() => {
  const form = document.getElementById("controls");
  const chart = document.getElementById("chart");
  const notes = document.getElementById("notes");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paper = matchMedia("print");
  let printing = paper.matches;
  const PAPER_WIDTH = 680; // px, of A4 between its margins
  const NAMES = ["view", "axis", "scale"];

  const chosen = () => NAMES.map((name) => Number(form.elements[name].value));
  const key = () => [...chosen(), Number(form.elements.recorded.checked)].join("-");

  // A printed page is white, whatever the theme.
  const themed = (figure) => {
    let text = JSON.stringify(figure);
    if (dark.matches && !printing)
      for (const [light, night] of PAGE.colours) text = text.replaceAll(light, night);
    return JSON.parse(text);
  };

  const draw = () => {
    const view = PAGE.views[key()];
    notes.replaceChildren(...view.notes.map((words) => {
      const line = document.createElement("p");
      line.textContent = words;
      return line;
    }));
    chart.hidden = !view.figure;
    if (!view.figure) return;
    const { data, layout } = themed(view.figure);
    // On a phone the labels would run out of the chart.
    if (chart.clientWidth < 420)
      for (const label of layout.annotations ?? []) label.font.size *= 0.82;
    layout.width = printing ? Math.min(chart.clientWidth, PAPER_WIDTH) : chart.clientWidth;
    chart.setAttribute("aria-label", view.alt);
    Plotly.react(chart, data, layout, PAGE.config);
  };

  const remember = () => {
    const [view, axis, scale] = chosen();
    scales[axis] = scale;
    const parts = new URLSearchParams({ view, axis, scale, recorded: Number(form.elements.recorded.checked) });
    history.replaceState(null, "", `#${parts}`);
  };

  const recall = () => {
    const parts = new URLSearchParams(location.hash.slice(1));
    for (const name of NAMES) {
      const input = form.querySelector(`[name=${name}][value="${Number(parts.get(name))}"]`);
      if (parts.has(name) && input) input.checked = true;
    }
    if (parts.has("recorded")) form.elements.recorded.checked = parts.get("recorded") !== "0";
    const [, axis, scale] = chosen();
    scales[axis] = scale;
  };

  let scales = [];
  if (form) {
    scales = [...PAGE.scales];
    form.addEventListener("change", (event) => {
      if (event.target.name === "axis") {
        const scale = scales[Number(event.target.value)];
        form.querySelector(`[name=scale][value="${scale}"]`).checked = true;
      }
      remember();
      draw();
    });
    recall();
    form.hidden = false;
    chart.replaceChildren();
    chart.setAttribute("role", "figure");
    dark.addEventListener("change", draw);
    addEventListener("hashchange", () => {
      recall();
      draw();
    });
    const print = (now) => {
      printing = now;
      draw();
    };
    addEventListener("beforeprint", () => print(true));
    addEventListener("afterprint", () => print(false));
    paper.addEventListener("change", (event) => print(event.matches));
    new ResizeObserver(() => printing || draw()).observe(chart.parentElement);
  }

  const search = document.getElementById("search");
  if (search) {
    const rows = [...document.querySelectorAll("#agreement-rows > tr")];
    const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const texts = rows.map((row) => folded(row.textContent));
    const said = search.querySelector("output");
    const total = rows.length.toLocaleString("en");
    search.hidden = false;
    search.querySelector("input").addEventListener("input", (event) => {
      const words = folded(event.target.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, place) => {
        row.hidden = !words.every((word) => texts[place].includes(word));
        shown += !row.hidden;
      });
      said.textContent = `${shown.toLocaleString("en")} of ${total} ${total === "1" ? "agreement" : "agreements"} shown`;
    });
  }
})();
