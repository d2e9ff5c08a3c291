import { z } from "zod";

const Params = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]),
);
const Path = z.array(z.union([z.string(), z.number()]));
const IssueAnswer = z.object({ code: z.string(), params: Params.readonly(), path: Path.readonly() });

/**
 * The one shape of every answer that is not a result. `code` is one of the codes in docs/errors.md, `params` fill
 * its sentence, `path` says where in the request the fault is, `issues` lists all faults when there are several.
 */
export const ErrorAnswer = z.object({ ...IssueAnswer.shape, issues: z.array(IssueAnswer).readonly() });
export type ErrorAnswer = z.infer<typeof ErrorAnswer>;
