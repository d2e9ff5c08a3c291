import { z } from "zod";
import { task } from "../jobs/task.ts";
import { forgetAnswers } from "./idempotency-store.ts";

/** Answers kept under idempotency keys are forgotten after a day. */
export const forgetAnswersTask = task({
  name: "http.forget_answers",
  payload: z.object({}),
  schedule: "17 * * * *",
  run: (_payload, { db, clock }) => forgetAnswers(db, clock()),
});
