// Streamlit gives the page its colours, and the server gives them to the charts:
// where the reader's theme changes, it has to be asked for them.
window.chartsFollowTheme ??= (() => {
  const app = document.querySelector(".stApp");
  const ground = () => getComputedStyle(app).backgroundColor;
  let drawn = ground();
  // An open source is drawn anew too, and leaves the keyboard with nothing: at once, or a
  // frame later, when what it had before is given back to it.
  const returnTo = () => {
    const timer = setInterval(() => {
      if (document.activeElement !== document.body) return;
      document.querySelector('[role="dialog"]')?.focus({ preventScroll: true });
    }, 100);
    setTimeout(() => clearInterval(timer), 15000);
  };
  const follow = () => {
    if (ground() === drawn) return;
    drawn = ground();
    returnTo();
    [...document.querySelectorAll(".st-key-pressed button")].find((button) => button.textContent === "theme")?.click();
  };
  // A colour that changes by and by is another one only after its class.
  const later = () => [300, 1200, 3000].forEach((wait) => setTimeout(follow, wait));
  new MutationObserver(later).observe(app, { attributeFilter: ["class"] });
  return true;
})();
