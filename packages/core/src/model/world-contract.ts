import { z } from "zod";
import { CalendarBody } from "../calendar/calendar-body.ts";
import { Unit } from "../metrics/metric.ts";
import { contract } from "../platform/contract.ts";
import { Key, LocalText } from "../platform/text.ts";
import { FieldPath } from "../records/filter.ts";

const Json = z.json();

const FieldIndex = z.object({
  key: z.string(),
  type: z.string(),
  label: LocalText,
  help: LocalText.optional(),
  family: z.string(),
  widget: z.string(),
  settings: z.record(z.string(), z.unknown()),
  required: z.boolean(),
  unique: z.boolean(),
  computed: z.boolean(),
  system: z.boolean(),
  target: z.object({ kind: z.enum(["object", "member", "unit", "file"]), object: z.string().optional() }).nullable(),
  /** What the reader may do with it; hidden fields are not in the list. */
  right: z.enum(["masked", "read", "write"]),
  formula: z.object({ kind: z.string() }).nullable(),
  /** The formula that fills an empty value of a new record. */
  default: z.string().optional(),
});
export type FieldIndex = z.infer<typeof FieldIndex>;

/** What a page needs to know of the definitions: one object in full, the others by name. Only what the reader may read. */
export const WorldIndex = z.object({
  version: z.number().int(),
  objects: z.array(
    z.object({
      key: z.string(),
      label: LocalText,
      plural: LocalText.optional(),
      icon: z.string(),
      group: z.string().optional(),
      nameField: z.string(),
      create: z.boolean(),
    }),
  ),
  object: z
    .object({
      key: z.string(),
      body: Json,
      fields: z.array(FieldIndex),
      views: z.array(z.object({ key: z.string(), body: Json, personal: Json.nullable() })),
      forms: z.array(z.object({ key: z.string(), body: Json })),
    })
    .nullable(),
  metrics: z.array(
    z.object({
      key: z.string(),
      label: LocalText,
      description: LocalText.optional(),
      group: z.string().optional(),
      unit: Unit,
      direction: z.enum(["up", "down", "band"]),
      kind: z.enum(["aggregate", "manual", "ratio", "formula"]),
      /** The objects whose records the figure rests on. */
      objects: z.array(z.string()),
      /** What it may be cut by, as far as the reader may see those fields; the label names each step. */
      dimensions: z.array(z.object({ path: FieldPath, label: LocalText })),
    }),
  ),
  kpis: z.array(
    z.object({
      key: z.string(),
      label: LocalText,
      metric: z.string(),
      type: z.string(),
      grain: z.string(),
      group: z.string().optional(),
      /** Percent of expected at which a mark is reached: pages that stay open hold a mark a little longer. */
      thresholds: z.object({ ahead: z.number(), ok: z.number(), watch: z.number() }),
    }),
  ),
  /** The company's calendar, so that pages name periods and count working days as the server does. */
  calendar: CalendarBody,
});
export type WorldIndex = z.infer<typeof WorldIndex>;

export const getWorld = contract({
  name: "model.world",
  method: "GET",
  path: "/world",
  access: "member",
  summary: "What a page needs of the definitions: one object in full, the others by name",
  query: z.object({ object: Key.optional() }),
  response: WorldIndex,
});

export const putPersonalView = contract({
  name: "model.personal_view",
  method: "PUT",
  path: "/views/:key/personal",
  access: "member",
  summary: "Keep one's own settings of a view; null goes back to the shared ones",
  params: z.object({ key: Key }),
  body: z.object({ body: z.record(z.string(), Json).nullable() }),
  response: z.void(),
});
