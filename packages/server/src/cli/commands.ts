import { apiKeyCreate } from "./api-key-create.ts";
import { backup } from "./backup.ts";
import type { Command } from "./command.ts";
import { demoLoad } from "./demo-load.ts";
import { demoRemove } from "./demo-remove.ts";
import { doctor } from "./doctor.ts";
import { importCommand } from "./import.ts";
import { metric } from "./metric.ts";
import { openapi } from "./openapi.ts";
import { restore } from "./restore.ts";
import { setup } from "./setup.ts";
import { solutionInstall } from "./solution-install.ts";
import { upgrade } from "./upgrade.ts";

/** Every command there is, in the order the help shows them. */
export const COMMANDS: readonly Command[] = [
  setup,
  solutionInstall,
  demoLoad,
  demoRemove,
  apiKeyCreate,
  importCommand,
  metric,
  openapi,
  backup,
  restore,
  upgrade,
  doctor,
];
