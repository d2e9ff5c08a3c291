import { backup } from "./backup.ts";
import type { Command } from "./command.ts";
import { doctor } from "./doctor.ts";
import { restore } from "./restore.ts";
import { upgrade } from "./upgrade.ts";

/** Every command there is, in the order the help shows them. */
export const COMMANDS: readonly Command[] = [backup, restore, upgrade, doctor];
