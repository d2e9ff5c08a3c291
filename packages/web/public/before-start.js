// Sets the theme before the first paint, so a dark screen never flashes white.
(() => {
  let choice = "system";
  try {
    choice = localStorage.getItem("dabiao.theme") ?? "system";
  } catch {
    // Storage may be closed to us; the system's theme is right then.
  }
  const dark = choice === "dark" || (choice === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();

// Schemas are read, not compiled: the security policy of the pages allows no code made at run time.
// Said before the modules load, because schemas ask when they are declared.
globalThis.__zod_globalConfig = { jitless: true };
