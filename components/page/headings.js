"use strict";
(() => {
  const page = document.documentElement;
  if (page.dataset.headingsListen) return;
  page.dataset.headingsListen = "true";
  const PATIENCE = 15000; // ms

  // The table comes anew, so the keyboard would have to start from the top.
  const returnTo = (pressed) => {
    const column = pressed.dataset.order;
    const watch = new MutationObserver(() => {
      if (pressed.isConnected) return;
      const again = document.querySelector(`button[data-order="${column}"]`);
      if (!again) return;
      watch.disconnect();
      if (document.activeElement === document.body) again.focus({ preventScroll: true });
    });
    watch.observe(document.body, { childList: true, subtree: true });
    setTimeout(() => watch.disconnect(), PATIENCE);
  };

  document.addEventListener("click", (event) => {
    const pressed = event.target.closest?.("button[data-order]");
    const tellers = document.querySelectorAll(".st-key-pressed button");
    const teller = pressed && [...tellers].find((button) => button.textContent === pressed.dataset.order);
    if (!teller) return;
    returnTo(pressed);
    teller.click();
  });
})();
