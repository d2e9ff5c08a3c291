import type { Command } from "./command.ts";

/** Every command there is, in the order the help shows them; loaded when it is called, so that a short one starts quickly. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  setup: async () => (await import("./setup.ts")).setup,
  "solution install": async () => (await import("./solution-install.ts")).solutionInstall,
  "demo load": async () => (await import("./demo-load.ts")).demoLoad,
  "demo remove": async () => (await import("./demo-remove.ts")).demoRemove,
  "api-key create": async () => (await import("./api-key-create.ts")).apiKeyCreate,
  import: async () => (await import("./import.ts")).importCommand,
  metric: async () => (await import("./metric.ts")).metric,
  openapi: async () => (await import("./openapi.ts")).openapi,
  backup: async () => (await import("./backup.ts")).backup,
  restore: async () => (await import("./restore.ts")).restore,
  upgrade: async () => (await import("./upgrade.ts")).upgrade,
  doctor: async () => (await import("./doctor.ts")).doctor,
};
