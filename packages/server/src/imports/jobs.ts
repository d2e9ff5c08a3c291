import { z } from "zod";

/** The jobs of imports, apart from what runs them, so that the routes can enqueue them. */
export const importJob = {
  name: "import.work",
  payload: z.object({ workspaceId: z.uuid(), importId: z.uuid() }),
};
