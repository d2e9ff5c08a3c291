import type { LocalText } from "../../platform/text.ts";

const VAGUE_ZH = [
  ..."提升 提高 加强 努力 优化 改善 增强 做好 搞好 抓好 推进 推动 促进 尽量 尽快 争取 更好 积极 大力 深化 完善 强化 加大 落实 配合 重视 狠抓".split(
    " ",
  ),
];
const VAGUE_EN =
  /\b(improve|strengthen|enhance|better|optimi[sz]e|optimi[sz]ation|boost|effort|efforts|try|promote|deepen|focus on|do well|as soon as possible|work hard(er)?)\b/i;

/** A name that ends like this says what is counted: 提升率, 优化次数. */
const MEASURED_ZH =
  /(率|数|额|量|比|比例|占比|比重|天|天数|次|时长|周期|得分|分|单价|人均|金额|收入|利润|毛利|订单|家|台|件)[)）]?$/;
const MEASURED_EN =
  /\b(rate|count|number|amount|share|days?|hours?|score|ratio|value|sales|revenue|margin|profit|deals|visits|customers|contracts|leads)\)?$/i;
const NUMBER = /\d|[０-９]|[一二两三四五六七八九十百千万亿]+\s*(次|家|单|元|万|亿|个|台|件|天|份|条|成|倍|%|％)/;

/**
 * The word that makes a KPI's name vague, or null: 提升业绩, 加强服务, "improve sales" say what to strive for and not
 * what is counted. A number or a name that ends in what is counted (率, 数, 额 …) makes it clear.
 *
 * @source SPEC.md K-02
 */
export function vagueWord({ zh, en = "" }: LocalText): string | null {
  const name = zh.trim();
  const chinese = VAGUE_ZH.find((word) => name.includes(word));
  if (chinese && !NUMBER.test(name) && !MEASURED_ZH.test(name)) return chinese;
  // A Chinese field holds an English name in companies that have no Chinese one.
  for (const each of [name, en.trim()]) {
    const found = VAGUE_EN.exec(each)?.[0];
    if (found && !NUMBER.test(each) && !MEASURED_EN.test(each)) return found;
  }
  return null;
}
