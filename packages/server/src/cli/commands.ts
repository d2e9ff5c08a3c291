import { apiKeyCreate } from "./api-key-create.ts";
import { backup } from "./backup.ts";
import type { Command } from "./command.ts";
import { doctor } from "./doctor.ts";
import { importCommand } from "./import.ts";
import { metric } from "./metric.ts";
import { restore } from "./restore.ts";
import { setup } from "./setup.ts";
import { upgrade } from "./upgrade.ts";

/** Every command there is, in the order the help shows them. */
export const COMMANDS: readonly Command[] = [
  setup,
  apiKeyCreate,
  importCommand,
  metric,
  backup,
  restore,
  upgrade,
  doctor,
];
