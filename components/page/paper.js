// A drawing has a fixed width, and nothing redraws it for a sheet of paper.
window.drawingsFitPaper ??= addEventListener("beforeprint", () => {
  for (const box of document.querySelectorAll(".js-plotly-plot .svg-container")) {
    const { clientWidth: width, clientHeight: height } = box;
    box.style.setProperty("--proportions", `${width} / ${height}`);
    for (const svg of box.querySelectorAll(".main-svg"))
      svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  }
}) ?? true;
