import { leavesOf, metricTree } from "@dabiao/core/metrics/leaves.ts";
import type { MetricBody } from "@dabiao/core/metrics/metric.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { findObject } from "@dabiao/core/model/shape.ts";
import type { WorldIndex } from "@dabiao/core/model/world-contract.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { LocalText } from "@dabiao/core/platform/text.ts";
import type { FieldPath } from "@dabiao/core/records/filter.ts";
import type { Sight } from "./world-index.ts";

type MetricIndex = WorldIndex["metrics"][number];

/** Every metric with what a page needs to show and to cut it. */
export function metricIndex(world: World, sight: Sight): MetricIndex[] {
  return world.list(metricKind).map(({ key, body }) => {
    const { label, description, group, unit, direction, measure } = body;
    const objects = objectsBehind(world, key);
    return {
      key,
      label,
      ...(description === undefined ? {} : { description }),
      ...(group === undefined ? {} : { group }),
      unit,
      direction,
      kind: measure.kind,
      objects,
      dimensions: cutsOf(world, sight, body, objects),
    };
  });
}

/** Publication checks that every part exists; a metric that lost one since is shown without objects. */
function objectsBehind(world: World, key: string): string[] {
  try {
    const tree = metricTree(key, (part) => world.get(metricKind, part));
    return [...new Set(leavesOf(tree).flatMap(({ measure }) => (measure.kind === "manual" ? [] : [measure.object])))];
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

function cutsOf(world: World, sight: Sight, { dimensions }: MetricBody, objects: readonly string[]) {
  const [object] = objects;
  if (object === undefined) return [];
  return dimensions.flatMap((path) => {
    const label = labelOf(world, sight, object, path);
    return label === null ? [] : [{ path, label }];
  });
}

/** `客户 · 行业`, or null when a step does not exist or is hidden from the reader. */
function labelOf(world: World, sight: Sight, object: string, [key = "", ...rest]: FieldPath): LocalText | null {
  const field = findObject(world, object)?.fields.get(key);
  if (!field || sight.object(object).field(key) === "hidden") return null;
  const { zh, en = zh } = field.body.label;
  if (rest.length === 0) return { zh, en };
  const inner = field.target?.kind === "object" ? labelOf(world, sight, field.target.object, rest) : null;
  return inner && { zh: `${zh} · ${inner.zh}`, en: `${en} · ${inner.en ?? inner.zh}` };
}
