// Streamlit gives the page its colours, and the server gives them to the charts:
// where the reader's theme changes, it has to be asked for them.
window.chartsFollowTheme ??= (() => {
  const app = document.querySelector(".stApp");
  const ground = () => getComputedStyle(app).backgroundColor;
  let drawn = ground();
  const follow = () => {
    if (ground() === drawn) return;
    drawn = ground();
    document.querySelector(".st-key-theme-changed button")?.click();
  };
  // An open source is drawn anew too, and would leave the keyboard with nothing.
  const returnTo = () => {
    const watch = new MutationObserver(() => {
      if (document.activeElement !== document.body) return;
      document.querySelector('[role="dialog"]')?.focus({ preventScroll: true });
    });
    watch.observe(document.body, { childList: true, subtree: true });
    setTimeout(() => watch.disconnect(), 15000);
  };
  // A colour that changes by and by is another one only after its class.
  const later = () => {
    if (document.activeElement?.closest('[role="dialog"]')) returnTo();
    [300, 1200, 3000].forEach((wait) => setTimeout(follow, wait));
  };
  new MutationObserver(later).observe(app, { attributeFilter: ["class"] });
  return true;
})();
