// The live page takes the place of what came with the document, once it shows as much.
(() => {
  const first = document.getElementById("first");
  const root = document.getElementById("root");
  if (!first || !root) return;
  const live = (what) => root.querySelector(`.stMainBlockContainer :is(${what})`);
  const hasCome = () => {
    if (live('.js-plotly-plot .main-svg, .st-key-data-problems, [data-testid="stException"]')) return true;
    if (!live("h1")) return false;
    if (document.querySelector('[role="dialog"]')) return true;
    const done = document.querySelector('[data-test-script-state="notRunning"]');
    return done && !live('[data-testid="stSkeleton"], [data-testid="stPlotlyChart"]');
  };
  const giveWay = () => {
    watch.disconnect();
    window.WebSocket = Socket;
    const open = [...first.querySelectorAll("[popover]")].find((box) => box.checkVisibility?.());
    const held = first.contains(document.activeElement) && document.activeElement.getAttribute("popovertarget");
    const scrolled = first.scrollTop;
    first.remove();
    root.querySelector(".stMain")?.scrollTo(0, scrolled);
    if (held) root.querySelector(`[popovertarget="${held}"]`)?.focus({ preventScroll: true });
    if (open) document.getElementById(open.id)?.showPopover();
  };
  // A slow network is no reason to say that the page does not come: only a script that
  // failed is, a socket that does not open, or that nothing at all has come for long.
  const CONNECT = 7_000, COME = 45_000;
  const lost = (is = true) => first.classList.toggle("lost", is);
  first.classList.add("watched");
  addEventListener("error", ({ target, error }) => {
    if (target.tagName === "SCRIPT" || error instanceof SyntaxError) lost();
  }, true);
  setTimeout(lost, COME);
  const Socket = window.WebSocket;
  let waiting = 0;
  const wait = () => { waiting ||= setTimeout(lost, CONNECT); };
  window.WebSocket = class extends Socket {
    constructor(...to) {
      super(...to);
      wait();
      this.addEventListener("open", () => { clearTimeout(waiting); waiting = 0; lost(false); });
      this.addEventListener("close", wait);
    }
  };
  const watch = new MutationObserver(() => { if (hasCome()) giveWay(); });
  watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ["data-test-script-state"] });
})();
