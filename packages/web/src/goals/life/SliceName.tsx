import { useKeyNames } from "../../kpi/use-key-names.ts";
import type { KpiInfo } from "../../metrics/use-metrics.ts";

interface SliceNameProps {
  readonly kpi: KpiInfo | undefined;
  /** `product.series=a` */
  readonly slice: string;
}

/** A part of the business by its name: the option, the person or the record behind the value. */
export function SliceName({ kpi, slice }: SliceNameProps) {
  const at = slice.indexOf("=");
  const value = slice.slice(at + 1);
  const nameOf = useKeyNames(kpi?.metric.objects[0], slice.slice(0, at).split("."), [value]);
  return <>{nameOf(value)}</>;
}
