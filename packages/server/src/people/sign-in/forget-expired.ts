import { z } from "zod";
import { task } from "../../platform/jobs/task.ts";
import { forgetExpired } from "./expired-store.ts";

/** Sessions, challenges and links past their time leave the database every hour. */
export const forgetExpiredTask = task({
  name: "people.forget_expired",
  payload: z.object({}),
  schedule: "37 * * * *",
  run: (_payload, { db, clock }) => forgetExpired(db, clock()),
});
