import type { CurveFrame, CurveRule } from "@dabiao/core/appraisal/scoring/rule-curve.ts";
import { curveFrame, ruleCurve } from "@dabiao/core/appraisal/scoring/rule-curve.ts";
import { type Handle, moveHandle, ruleHandles } from "@dabiao/core/appraisal/scoring/rule-handles.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { CurveAxes } from "./CurveAxes.tsx";
import { type CurvePlace, HEIGHT, linePath, PLOT, placeOn, valueOn, WIDTH } from "./curve-place.ts";
import { shownNumber } from "./shown-number.ts";
import "./rule-messages.ts";
import "./rule.css";

interface CurveChartProps {
  readonly rule: CurveRule;
  readonly target: string;
  /** The example on the curve: an actual and the points it gets. */
  readonly example: { readonly actual: string; readonly points: string | null } | null;
  readonly onChange?: (rule: CurveRule) => void;
}

/** How points follow the actual; its corners are dragged by hand or moved with the arrow keys. */
export function CurveChart({ rule, target, example, onChange }: CurveChartProps) {
  const { t } = useTranslation();
  const svg = useRef<SVGSVGElement>(null);
  const goal = decimal(target);
  // While a corner is held the frame stays as it was, so that the ground does not move under the hand.
  const [held, setHeld] = useState<{ readonly handle: Handle; readonly frame: CurveFrame } | null>(null);
  const frame = held?.frame ?? curveFrame(rule, goal);
  const place = placeOn(frame);
  const handles = onChange ? ruleHandles(rule, goal, frame) : [];

  function drag(event: PointerEvent) {
    const box = svg.current?.getBoundingClientRect();
    if (!held || !box || !onChange) return;
    const to = valueOn(
      frame,
      ((event.clientX - box.left) / box.width) * WIDTH,
      ((event.clientY - box.top) / box.height) * HEIGHT,
    );
    onChange(moveHandle(rule, held.handle, to, goal, frame));
  }

  function nudge(event: KeyboardEvent, handle: Handle) {
    const times = event.shiftKey ? 10 : 1;
    const sideways = { ArrowRight: times, ArrowLeft: -times }[event.key];
    const upright = { ArrowUp: times, ArrowDown: -times }[event.key];
    if (sideways === undefined && upright === undefined) return;
    event.preventDefault();
    const x = handle.x.plus(frame.step.times(sideways ?? 0));
    const y = handle.y.plus(
      decimal(rule.full)
        .div(100)
        .times(upright ?? 0),
    );
    onChange?.(moveHandle(rule, handle, { x, y }, goal, frame));
  }

  return (
    <fieldset className="curve-box" aria-label={t("rule.curve")}>
      <svg
        ref={svg}
        className="curve"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        onPointerMove={held ? drag : undefined}
        onPointerUp={() => setHeld(null)}
        onPointerCancel={() => setHeld(null)}
      >
        <title>{t("rule.curve")}</title>
        <CurveAxes frame={frame} target={rule.kind === "rank" ? null : target} full={rule.full} place={place} />
        <path className="curve-line" d={linePath(ruleCurve(rule, goal, frame), place)} />
        {example?.points != null && rule.kind !== "rank" && (
          <Example actual={example.actual} points={example.points} place={place} />
        )}
        {handles.map((handle) => (
          <g
            key={`${handle.name}${handle.index}`}
            className="curve-handle"
            role="slider"
            tabIndex={0}
            aria-label={t(`rule.handle.${handle.name}`, { band: handle.index + 1 })}
            aria-valuenow={handle.y.toNumber()}
            aria-valuetext={t("rule.handle.at", { x: shownNumber(handle.x), y: shownNumber(handle.y) })}
            data-moves={handle.moves}
            transform={`translate(${place.x(handle.x)} ${place.y(handle.y)})`}
            onPointerDown={(event) => {
              svg.current?.setPointerCapture(event.pointerId);
              setHeld({ handle, frame });
            }}
            onKeyDown={(event) => nudge(event, handle)}
          >
            <circle r="16" className="curve-reach" />
            <circle r="6" />
          </g>
        ))}
      </svg>
    </fieldset>
  );
}

interface ExampleProps {
  readonly actual: string;
  readonly points: string;
  readonly place: CurvePlace;
}

function Example({ actual, points, place }: ExampleProps) {
  const [x, y] = [place.x(decimal(actual)), place.y(decimal(points))];
  if (x < PLOT.left || x > PLOT.right) return null;
  return (
    <g className="curve-example">
      <line x1={x} x2={x} y1={y} y2={PLOT.bottom} />
      <line x1={PLOT.left} x2={x} y1={y} y2={y} />
      <circle cx={x} cy={y} r="4" />
    </g>
  );
}
