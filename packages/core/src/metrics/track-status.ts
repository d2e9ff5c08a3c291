import { z } from "zod";

/**
 * How a figure stands against its target. `notStarted` before the first working day has passed; `noTarget` 未设目标;
 * `zeroTarget` nothing was to be reached, so there is no rate; `noData` nothing was recorded, which is not 0;
 * `notApplicable` the subject has no part in it, such as somebody on leave all period.
 */
export const TrackStatus = z.enum([
  "onTrack",
  "caution",
  "offTrack",
  "notStarted",
  "noTarget",
  "zeroTarget",
  "noData",
  "notApplicable",
]);
export type TrackStatus = z.infer<typeof TrackStatus>;
