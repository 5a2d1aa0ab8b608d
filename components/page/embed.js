// A page that shows this one in a frame learns how tall it is: no scroll in a scroll.
window.frameHeight ??= new ResizeObserver(([{ target }]) =>
  parent.postMessage({ type: "trade-trajectory", height: Math.ceil(target.scrollHeight) }, "*"));
const pageContent = document.querySelector('[data-testid="stMainBlockContainer"]');
if (pageContent) window.frameHeight.observe(pageContent);
