import { z } from "zod";
import { declareFieldType } from "../declare-field-type.ts";
import { accepted, isEmpty, plainText, refused } from "../parsed.ts";

const Part = z.string().trim().max(200);

/** 省 市 区 and the rest of an address; `code` is the six-digit 行政区划代码 where it was picked from the list. */
export const Address = z.object({
  country: Part.optional(),
  province: Part.optional(),
  city: Part.optional(),
  district: Part.optional(),
  street: z.string().trim().max(500).optional(),
  postcode: z.string().max(20).optional(),
  code: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
});
export type Address = z.infer<typeof Address>;

const MUNICIPALITIES = ["北京", "上海", "天津", "重庆"];
const PROVINCE = /^(.{2,8}?(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|省))/;
const CITY = /^(.{2,12}?(?:自治州|地区|盟|市))/;
const DISTRICT = /^(.{1,12}?(?:自治县|自治旗|区|县|旗|市))/;

/** An address in its parts. Typed in one line, the parts are read off by their endings; the rest is the street. */
export const addressField = declareFieldType({
  type: "address",
  family: "json",
  settings: z.object({}),
  column: () => "jsonb",
  parse(input, _settings, { lenient }) {
    if (isEmpty(input)) return accepted<Address>(null);
    if (typeof input === "string") {
      if (!lenient) return refused("value_not_address");
      return input.length > 500 ? refused("value_too_long", { max: 500 }) : accepted(readAddress(input));
    }
    const address = Address.safeParse(input);
    if (!address.success) return refused("value_not_address");
    return accepted(Object.values(address.data).some((part) => part) ? address.data : null);
  },
  toText: ({ country, province, city, district, street }) =>
    [country, province, city === province ? undefined : city, district, street].filter(Boolean).join(""),
  formulaType: null,
  widget: "address",
  searchable: true,
});

function readAddress(typed: string): Address {
  const text = plainText(typed)
    .replace(/^中国|^中华人民共和国/, "")
    .replace(/(?<=[\u4e00-\u9fff])[\s/]+(?=[\u4e00-\u9fff])/g, "");
  const municipality = MUNICIPALITIES.find((name) => text.startsWith(name));
  const province = municipality ? `${municipality}市` : PROVINCE.exec(text)?.[1];
  const afterProvince = municipality
    ? text.replace(new RegExp(`^(?:${municipality}市?){1,2}`), "")
    : text.slice(province?.length ?? 0);
  const city = municipality ? province : CITY.exec(afterProvince)?.[1];
  const afterCity = municipality ? afterProvince : afterProvince.slice(city?.length ?? 0);
  const district = province || city ? DISTRICT.exec(afterCity)?.[1] : undefined;
  const street = afterCity.slice(district?.length ?? 0).trim();
  return {
    ...(province && { province }),
    ...(city && { city }),
    ...(district && { district }),
    ...(street && { street }),
  };
}
