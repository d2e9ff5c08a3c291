import { z } from "zod";
import { declareFieldType } from "../declare-field-type.ts";
import { accepted, isEmpty, plainText, refused } from "../parsed.ts";

/** A point in WGS 84 degrees, as decimal strings, with the words a map gave for it. */
export const Location = z.object({
  lat: z
    .string()
    .regex(/^-?\d{1,2}(\.\d{1,8})?$/)
    .refine((lat) => Math.abs(Number(lat)) <= 90),
  lng: z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,8})?$/)
    .refine((lng) => Math.abs(Number(lng)) <= 180),
  label: z.string().max(300).optional(),
  /** Metres within which the point is right, as the device said. */
  accuracy: z.number().nonnegative().max(100_000).optional(),
});
export type Location = z.infer<typeof Location>;

/** Where something happened: a check-in at a visit. Typed as `latitude,longitude`. */
export const locationField = declareFieldType({
  type: "location",
  family: "json",
  settings: z.object({}),
  column: () => "jsonb",
  parse(input, _settings, { lenient }) {
    if (isEmpty(input)) return accepted<Location>(null);
    const typed =
      lenient && typeof input === "string" ? /^(-?[\d.]+)\s*[,，\s]\s*(-?[\d.]+)$/.exec(plainText(input)) : null;
    const location = Location.safeParse(typed ? { lat: typed[1], lng: typed[2] } : input);
    return location.success ? accepted(location.data) : refused("value_not_location");
  },
  toText: ({ lat, lng, label }) => label || `${lat}, ${lng}`,
  formulaType: null,
  widget: "location",
  searchable: false,
});
