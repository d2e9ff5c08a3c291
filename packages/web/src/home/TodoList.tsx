import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { formatTile } from "@dabiao/core/numbers/format-number.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import { useQuery } from "@tanstack/react-query";
import { Button, Empty } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../i18n/locale.ts";
import { PathLink } from "../kit/PathLink.tsx";
import { type Status, StatusMark } from "../kit/StatusMark.tsx";
import type { Metrics } from "../metrics/use-metrics.ts";
import { Region } from "../shell/RegionState.tsx";
import { type Todo, todoQuery } from "./todo-query.ts";

const FIRST = 3;
const STEP = 20;

/** 先做: what is due, by lateness and amount; three first, the rest on demand. */
export function TodoList({ metrics }: { readonly metrics: Metrics }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(FIRST);
  const todo = useQuery(
    todoQuery(
      metrics.objects.map(({ key }) => key),
      metrics.today,
    ),
  );
  return (
    <section className="card home-todo">
      <h2>{t("home.todo")}</h2>
      <p className="muted">{t("home.todo.why")}</p>
      <Region query={todo}>
        {(items) =>
          items.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("home.todo.none")}>
              <PathLink to="/o">{t("home.todo.look")}</PathLink>
            </Empty>
          ) : (
            <ol className="todo">
              {items.slice(0, shown).map((item) => (
                <TodoItem key={`${item.object}${item.id}`} item={item} metrics={metrics} />
              ))}
              {items.length > shown && (
                <li>
                  <Button size="small" onClick={() => setShown(shown + STEP)}>
                    {t("home.todo.more", { count: items.length - shown })}
                  </Button>
                </li>
              )}
            </ol>
          )
        }
      </Region>
    </section>
  );
}

function TodoItem({ item, metrics }: { readonly item: Todo; readonly metrics: Metrics }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const object = metrics.objects.find(({ key }) => key === item.object);
  const status: Status = item.late > 0 ? "off" : item.late === 0 ? "watch" : "ok";
  const when =
    item.late > 0
      ? t("home.late", { count: item.late })
      : item.late === 0
        ? t("home.today")
        : t("home.soon", { count: -item.late });
  return (
    <li className="todo-item">
      <StatusMark status={status} word={false} />
      <span className="todo-text">
        <PathLink to={`/o/${item.object}/${item.id}`}>{item.title || t("home.untitled")}</PathLink>
        <span className="muted">
          {[object ? localText(object.label, locale) : "", item.step ?? ""].filter((part) => part !== "").join(" · ")}
        </span>
      </span>
      <span className="todo-when">
        {when}
        {item.amount !== null && <span className="muted todo-amount">{formatTile(decimal(item.amount), locale)}</span>}
      </span>
    </li>
  );
}
