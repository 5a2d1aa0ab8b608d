"use strict";
// A mark of a drawing opens its sources, as one of a chart does. Without this script it
// leads to its row in the table.
(() => {
  const page = document.documentElement;
  if (page.dataset.marksListen) return;
  page.dataset.marksListen = "true";
  const ROW = "#reading-";

  document.addEventListener("click", (event) => {
    const row = event.target.closest?.(".flat a")?.getAttribute("href");
    if (!row?.startsWith(ROW)) return;
    event.preventDefault();
    const address = new URL(location.href);
    address.searchParams.set("pledge", row.slice(ROW.length));
    // Streamlit runs the page anew when the reader goes back or forward.
    history.pushState({}, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
  });
})();
