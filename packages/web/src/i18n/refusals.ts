import { defineMessages, type Messages } from "./setup.ts";

/** Every room keeps the sentences of its refusals in `refusals/<room>.ts`: one exported table. */
const rooms = import.meta.glob<Readonly<Record<string, Messages>>>("./refusals/*.ts", { eager: true });

for (const room of Object.values(rooms)) {
  for (const table of Object.values(room)) {
    defineMessages(Object.fromEntries(Object.entries(table).map(([code, text]) => [`refusal.${code}`, text])));
  }
}
