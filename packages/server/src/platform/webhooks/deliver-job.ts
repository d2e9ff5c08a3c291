import { z } from "zod";

/** The job that sends one delivery: apart from what runs it, so that the store can enqueue it. */
export const deliverJob = {
  name: "webhook.deliver",
  payload: z.object({ workspaceId: z.uuid(), deliveryId: z.uuid() }),
};
