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

  /** What became of a record later in the story. */
  amend(record: DemoRecord, values: Readonly<Record<string, unknown>>): void {
    Object.assign(record.values, values);
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
  "invoice",
  "receipt",
  "order",
  "order_line",
  "return_order",
  "service_case",
  "task",
  "weekly_review",
  "training",
] as const;
