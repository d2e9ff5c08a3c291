/** A record to be written: its id, whose it is, and its values as the API takes them. */
export interface DemoRecord {
  readonly id: string;
  readonly owner: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Records by object, filled as the company is made; written in the order of `WRITE_ORDER`, so references exist. */
export class DemoRecords {
  readonly #byObject = new Map<string, DemoRecord[]>();

  add(object: string, record: DemoRecord): DemoRecord {
    const list = this.#byObject.get(object);
    if (list) list.push(record);
    else this.#byObject.set(object, [record]);
    return record;
  }

  of(object: string): readonly DemoRecord[] {
    return this.#byObject.get(object) ?? [];
  }
}

export const WRITE_ORDER = [
  "product",
  "customer",
  "contact",
  "lead",
  "opportunity",
  "visit",
  "quote",
  "contract",
  "payment_plan",
  "receipt",
  "task",
] as const;
