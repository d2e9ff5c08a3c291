import { text } from "../define.ts";
import { kpisOf } from "./define.ts";

const kpi = kpisOf("growth", text("每个人都能开单、都在进步", "Everybody signs, everybody learns"));

export const growthKpis = [
  kpi("active_sellers", "开单人数", "Sellers who signed", {
    type: "result",
    step: "count",
    owner: "leader",
    tags: ["团队", "去重"],
    zh: [
      "团队里有几个人签了单，看业绩是不是只靠少数人。",
      "期内签约合同的负责人去重计数，按签约日。",
      "月中还没开单的人，主管每周陪一单。",
      "开一张小单也算，和签约额一起看。",
    ],
    en: [
      "How many of the team signed: whether it rests on a few.",
      "Distinct owners of the contracts signed, by signing day.",
      "Who has not signed by mid-month gets the leader on one deal a week.",
      "A tiny contract counts too: pair it with the amount signed.",
    ],
  }),
  kpi("training_hours", "培训学时", "Training hours", {
    type: "support",
    step: "days",
    owner: "ops",
    tags: ["培训", "成长"],
    zh: [
      "期内学了多少小时。",
      "培训记录学时之和，按培训日期归期。",
      "每周固定两小时，学完当周用一次。",
      "坐满时间不等于学会，看考核分和协访表现。",
    ],
    en: [
      "Hours of learning in the period.",
      "Sum of hours of trainings, by their day.",
      "Two fixed hours a week; use it once the same week.",
      "Sitting is not learning: see scores and joint visits.",
    ],
  }),
  kpi("training_score", "培训考核均分", "Average training score", {
    type: "support",
    step: "score",
    owner: "ops",
    tags: ["培训", "成长"],
    zh: [
      "培训后的考核平均分。",
      "有考核分的培训记录平均分，按培训日期归期。",
      "不及格的补考，高分的当讲师。",
      "题目太容易分数都高，看分布。",
    ],
    en: [
      "Mean score of the tests after trainings.",
      "Mean score of trainings with one, by their day.",
      "Repeat what was failed; let the best teach.",
      "Easy tests give high scores to all: look at the spread.",
    ],
  }),
  kpi("coaching_count", "一对一辅导次数", "Coaching sessions", {
    type: "support",
    step: "count",
    owner: "leader",
    tags: ["辅导", "主管"],
    zh: [
      "得到主管一对一辅导的次数。",
      "形式为一对一辅导的培训记录数，按日期归期。",
      "每人每月至少一次，围绕一个真实商机。",
      "批评会不算辅导，要留下一个约定的动作。",
    ],
    en: [
      "Talks with the leader, one to one.",
      "Trainings of the kind coaching, by their day.",
      "At least once a month for everybody, around a real deal.",
      "Scolding is no coaching: one agreed act must remain.",
    ],
  }),
  kpi("training_attendance", "培训出勤率", "Training attendance", {
    type: "support",
    step: "rate",
    owner: "leader",
    tags: ["培训", "手工录入"],
    zh: [
      "应参加的培训实际到了几成。",
      "运营按签到表每月逐人录入，主管确认后才计入；团队取平均。",
      "课表提前两周发，冲突的给录播补课。",
      "没有录入是没有数据，不是 0；请假不算缺勤。",
    ],
    en: [
      "The share attended of the trainings one should attend.",
      "Operations enter it monthly from the lists; it counts once the leader confirms; teams get the mean.",
      "Publish the plan two weeks ahead; give recordings to who could not come.",
      "Nothing entered is no data, not 0; leave is not absence.",
    ],
  }),
  kpi("case_share_count", "案例分享次数", "Cases shared", {
    type: "support",
    step: "count",
    owner: "director",
    tags: ["分享", "手工录入"],
    zh: [
      "把赢单或输单讲给同事听的次数。",
      "主管每月逐人录入，运营确认后才计入，人与人相加。",
      "每周例会留十五分钟，只讲一个转折点。",
      "念流水账不算，听的人要带走一句话。",
    ],
    en: [
      "How often somebody told colleagues of a win or a loss.",
      "The leader enters it monthly; it counts once operations confirm; it adds up over people.",
      "Fifteen minutes of the weekly meeting, one turning point only.",
      "A list of events is no case: listeners must take one sentence home.",
    ],
  }),
] as const;
