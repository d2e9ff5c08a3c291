import { z } from "zod";
import { contract } from "../platform/contract.ts";

export const readOpenApi = contract({
  name: "openapi.read",
  method: "GET",
  path: "/openapi.json",
  access: "member",
  summary: "This document, with the objects and fields the caller may read",
  response: z.record(z.string(), z.unknown()),
});
