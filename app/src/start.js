const wake = async (node, module) => {
  for (const child of node.children) {
    if (child.localName === "leptos-island") {
      await module[child.dataset.component]?.(child);
    }
    await wake(child, module);
  }
};
const load = async () => {
  const module = await import("PKG_JS");
  await module.default({ module_or_path: "PKG_WASM" });
  module.hydrate();
  await wake(document.body, module);
  performance.mark("banyan-alive");
};
const idle = window.requestIdleCallback ?? setTimeout;
requestAnimationFrame(() => setTimeout(() => idle(load)));
