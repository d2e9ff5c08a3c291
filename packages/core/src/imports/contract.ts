import { z } from "zod";
import { contract } from "../platform/contract.ts";
import { Page, PageQuery } from "../platform/page.ts";
import { Import, ImportMapping, ImportTarget } from "./import.ts";

const params = z.object({ id: z.uuid() });

export const uploadImport = contract({
  name: "imports.upload",
  method: "POST",
  path: "/imports",
  access: "member",
  summary:
    "Upload a file (CSV, XLSX, XLS; at most 200 MB): its encoding, sheets and columns are found, nothing is written",
  response: Import,
  transport: "upload",
});

export const listImports = contract({
  name: "imports.list",
  method: "GET",
  path: "/imports",
  access: "member",
  summary: "Imports, newest first",
  query: PageQuery,
  response: Page(Import),
});

export const readImport = contract({
  name: "imports.read",
  method: "GET",
  path: "/imports/:id",
  access: "member",
  summary: "One import: its columns, mapping, problems and progress",
  params,
  response: Import,
});

export const suggestMapping = contract({
  name: "imports.suggest",
  method: "GET",
  path: "/imports/:id/suggestion",
  access: "member",
  summary: "A mapping found by names, contents and earlier imports; with a target, for that target",
  params,
  query: z.object({ sheet: z.coerce.number().int().min(0).max(200).default(0), object: z.string().max(40).optional() }),
  response: z.object({ target: ImportTarget, mapping: ImportMapping, remembered: z.boolean() }),
});

export const checkImport = contract({
  name: "imports.check",
  method: "PUT",
  path: "/imports/:id/mapping",
  access: "member",
  summary: "Set the mapping and check every row by it, without writing any",
  params,
  body: ImportMapping,
  response: Import,
});

export const previewImport = contract({
  name: "imports.preview",
  method: "GET",
  path: "/imports/:id/preview",
  access: "member",
  summary: "The first rows as the file has them and as they would be written",
  params,
  query: z.object({ rows: z.coerce.number().int().min(1).max(100).default(20) }),
  response: z.object({
    rows: z.array(
      z.object({
        row: z.number().int(),
        cells: z.array(z.string()),
        values: z.record(z.string(), z.unknown()),
        problems: z.array(z.string()),
      }),
    ),
  }),
});

export const runImport = contract({
  name: "imports.run",
  method: "POST",
  path: "/imports/:id/run",
  access: "member",
  summary: "Write the checked rows; faulty ones stay out and stand in the error file",
  params,
  response: Import,
});

export const cancelImport = contract({
  name: "imports.cancel",
  method: "DELETE",
  path: "/imports/:id/run",
  access: "member",
  summary: "Stop a running import: what is written stays and can be undone",
  params,
  response: Import,
});

export const undoImport = contract({
  name: "imports.undo",
  method: "POST",
  path: "/imports/:id/undo",
  access: "member",
  summary: "Take the import back: data as before, but for records changed since, which are listed",
  params,
  response: z.object({
    undone: z.number().int(),
    kept: z.array(z.object({ object: z.string(), id: z.uuid(), reason: z.string() })),
  }),
});

export const errorFile = contract({
  name: "imports.errors",
  method: "GET",
  path: "/imports/:id/errors",
  access: "member",
  summary: "The faulty rows as a CSV file with a reason column; mended, it can be imported again",
  params,
  response: z.string(),
  transport: "stream",
});
