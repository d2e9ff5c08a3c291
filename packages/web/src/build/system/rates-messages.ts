import { defineMessages } from "../../i18n/setup.ts";

defineMessages({
  "system.tab.rates": { zh: "汇率", en: "Exchange rates" },
  "rates.empty": {
    zh: "还没有汇率。只用一种货币的公司不需要它。",
    en: "No rates yet. A company with one currency needs none.",
  },
  "rates.make": { zh: "建立汇率表", en: "Start a book of rates" },
  "rates.to": { zh: "1 单位外币等于多少 {currency}", en: "What one unit is worth in {currency}" },
  "rates.hint": {
    zh: "指标按自己的日期口径取当天的汇率。已发布的不能改，新的汇率从更晚的一天写起，过去的数字因此不变。",
    en: "A metric takes the rate of the day it counts a record by. Published rates never change: a new one begins on a later day, and past figures stay.",
  },
  "rates.from": { zh: "{day} 起", en: "from {day}" },
  "rates.currency": { zh: "货币，如 USD", en: "Currency, such as USD" },
  "rates.day": { zh: "从哪天起", en: "From which day" },
  "rates.rate": { zh: "汇率，如 7.20", en: "Rate, such as 7.20" },
  "rates.add": { zh: "添加汇率", en: "Add a rate" },
  "rates.remove": { zh: "去掉 {currency} {day} 的汇率", en: "Remove the rate of {currency} from {day}" },
});
