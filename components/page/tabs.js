// The row of tabs shows what a hidden control has chosen, and passes on what is pressed.
(() => {
  const control = document.querySelector(".st-key-tab");
  const row = document.querySelector('[role="tablist"]');
  const tabs = [...row.children];
  const radios = () => [...control.querySelectorAll('[role="radio"]')];

  const show = () => {
    const open = radios().findIndex((radio) => radio.ariaChecked === "true");
    tabs.forEach((tab, place) => {
      tab.ariaSelected = place === open;
      tab.tabIndex = place === open ? 0 : -1;
      tab.id = place === open ? "open-tab" : "";
    });
  };
  // The panel comes after its row.
  const nameThePanel = () => {
    const panel = document.querySelector(".st-key-tab-panel");
    if (!panel) return requestAnimationFrame(nameThePanel);
    Object.assign(panel, { id: "tab-panel", role: "tabpanel" });
    panel.setAttribute("aria-labelledby", "open-tab");
  };
  nameThePanel();
  show();
  window.tabsWatch?.disconnect();
  window.tabsWatch = new MutationObserver(show);
  window.tabsWatch.observe(control, { subtree: true, childList: true, attributeFilter: ["aria-checked"] });
  // Without this script the control itself would be needed.
  document.documentElement.dataset.hasTabs = "true";

  // A browser's translation puts elements of its own into each.
  const pressed = ({ target }) => tabs.indexOf(target.closest('[role="tab"]'));
  row.addEventListener("click", (event) => radios()[pressed(event)]?.click());
  row.addEventListener("keydown", (event) => {
    const here = tabs.indexOf(document.activeElement);
    const last = tabs.length - 1;
    const to = {
      ArrowRight: here === last ? 0 : here + 1,
      ArrowLeft: here === 0 ? last : here - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    tabs[to].focus();
  });
})();
