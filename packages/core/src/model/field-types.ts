import type { FieldType } from "./field-type.ts";
import { addressField } from "./fields/address.ts";
import { attachmentField } from "./fields/attachment.ts";
import { autonumberField } from "./fields/autonumber.ts";
import { booleanField } from "./fields/boolean.ts";
import { dateField } from "./fields/date.ts";
import { datetimeField } from "./fields/datetime.ts";
import { durationField } from "./fields/duration.ts";
import { emailField } from "./fields/email.ts";
import { formulaField } from "./fields/formula.ts";
import { integerField } from "./fields/integer.ts";
import { locationField } from "./fields/location.ts";
import { longTextField } from "./fields/long-text.ts";
import { lookupField } from "./fields/lookup.ts";
import { memberField } from "./fields/member.ts";
import { membersField } from "./fields/members.ts";
import { moneyField } from "./fields/money.ts";
import { multiSelectField } from "./fields/multi-select.ts";
import { numberField } from "./fields/number.ts";
import { percentField } from "./fields/percent.ts";
import { phoneField } from "./fields/phone.ts";
import { ratingField } from "./fields/rating.ts";
import { referenceField } from "./fields/reference.ts";
import { referencesField } from "./fields/references.ts";
import { rollupField } from "./fields/rollup.ts";
import { selectField } from "./fields/select.ts";
import { textField } from "./fields/text.ts";
import { timeField } from "./fields/time.ts";
import { unitField } from "./fields/unit.ts";
import { urlField } from "./fields/url.ts";

/** Every field type, in the order the designer offers them. A new type is one file in `fields/` and one line here. */
const TYPES = [
  textField,
  longTextField,
  numberField,
  integerField,
  moneyField,
  percentField,
  ratingField,
  booleanField,
  selectField,
  multiSelectField,
  dateField,
  datetimeField,
  timeField,
  durationField,
  memberField,
  membersField,
  unitField,
  referenceField,
  referencesField,
  phoneField,
  emailField,
  urlField,
  addressField,
  locationField,
  attachmentField,
  autonumberField,
  formulaField,
  lookupField,
  rollupField,
];

export const FIELD_TYPES: readonly FieldType[] = TYPES as unknown as readonly FieldType[];

const byName = new Map(FIELD_TYPES.map((type) => [type.type, type]));

/** The field type of that name; undefined when no such type exists. */
export function fieldType(name: string): FieldType | undefined {
  return byName.get(name);
}
