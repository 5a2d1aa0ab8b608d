// Notes when words and picture first stood there, when the live words came, when the
// chart was last changed, and what shifted.
(() => {
  const seen = (window.seen = { words: 0, picture: 0, live: 0, chart: 0, shift: 0, clicked: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
  const holdsDrawing = (node) =>
    isElement(node) && (node.matches(".main-svg, .flat") || node.querySelector(".main-svg, .flat"));
  new MutationObserver((records) => {
    if (!seen.words && document.querySelector("h1")) seen.words = performance.now();
    if (!seen.live && document.querySelector("#root h1")) seen.live = performance.now();
    if (!seen.picture && document.querySelector("#first svg, .main-svg")) seen.picture = performance.now();
    for (const { target, addedNodes } of records) {
      const element = isElement(target) ? target : target.parentElement;
      if (element?.closest?.(".js-plotly-plot, .flat") || [...addedNodes].some(holdsDrawing))
        seen.chart = performance.now();
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const clicked = () => {
    seen.clicked = performance.now();
    seen.chart = 0;
  };
  addEventListener("pointerdown", clicked, true);
})();
