import type { RefusalTexts } from "./refusal.ts";
import type { platformRefusals } from "./refusals.ts";

/** Sentences for what any part of the product may refuse. */
export const platformRefusalTexts: RefusalTexts<typeof platformRefusals> = {
  not_found: {
    zh: "找不到{what}，可能已被删除，或你没有查看权限。",
    en: "Not found: {what}. It may have been deleted, or you may not see it.",
  },
  forbidden: {
    zh: "你没有权限：{what}。请联系管理员开通。",
    en: "You have no permission: {what}. Ask an administrator for it.",
  },
  foreign_origin: {
    zh: "请求来自别的网站 {origin}，已拒绝。请直接打开达标再操作；如经过代理访问，请管理员核对公开地址设置。",
    en: "The request came from another site, {origin}, and was refused. Open Dabiao directly; behind a proxy, ask the administrator to check the public address.",
  },
  signed_out: { zh: "登录已失效，请重新登录。", en: "You are signed out. Sign in again." },
  no_workspace: {
    zh: "你还没有加入这个公司。请让管理员发送邀请链接。",
    en: "You are not a member of this company. Ask an administrator for an invitation link.",
  },
  bad_request: {
    zh: "有内容填写不正确，请按标出的位置修改。",
    en: "Something is filled in wrongly. Mend the places marked.",
  },
  invalid_value: { zh: "这里的值不正确（{reason}），请修改。", en: "This value is not valid ({reason}). Change it." },
  bad_json: {
    zh: "请求内容不是有效的 JSON（{reason}）。请检查格式、嵌套层数和特殊字符。",
    en: "The request is not valid JSON ({reason}). Check its syntax, its depth and its characters.",
  },
  bad_cursor: {
    zh: "翻页位置已失效，请从第一页重新开始。",
    en: "The page cursor is no longer valid. Begin with the first page.",
  },
  unsupported_media: {
    zh: "不支持这种内容格式。接口只收 application/json，上传只收 multipart/form-data。",
    en: "This kind of content is not accepted. Calls take application/json, uploads multipart/form-data.",
  },
  conflict: {
    zh: "与已有数据冲突：{what}。请刷新后核对再保存。",
    en: "Conflicts with what exists: {what}. Reload, compare and save again.",
  },
  idempotency_mismatch: {
    zh: "幂等键 {key} 已用于另一个请求，请换一个新键。",
    en: "The idempotency key {key} was used for a different request. Use a new one.",
  },
  idempotency_unanswered: {
    zh: "幂等键 {key} 的请求已经执行，但回应丢失了。请先查看结果；若要再做一次，请换一个新键。",
    en: "The request with the idempotency key {key} was carried out, but its answer was lost. Look at the result first; use a new key to do it again.",
  },
  idempotency_running: {
    zh: "使用幂等键 {key} 的请求仍在处理，请稍后用同一个键重试。",
    en: "The request with the idempotency key {key} is still running. Try again with the same key in a moment.",
  },
  still_referenced: {
    zh: "仍被其他数据引用（{what}），请先解除引用。",
    en: "Still referred to by other data ({what}). Remove the reference first.",
  },
  too_large: {
    zh: "内容太大，上限为 {limit} 字节。请分批提交。",
    en: "Too large: the limit is {limit} bytes. Send it in parts.",
  },
  too_many_requests: {
    zh: "操作过于频繁，请 {seconds} 秒后再试。",
    en: "Too many requests. Try again in {seconds} seconds.",
  },
  timed_out: {
    zh: "计算超时。请缩小时间范围或增加筛选条件后重试。",
    en: "It took too long. Narrow the period or the filter and try again.",
  },
  busy: { zh: "系统暂时繁忙（{what}），请稍后重试。", en: "Busy at the moment ({what}). Try again shortly." },
  webhook_target: {
    zh: "不能向 {host} 推送：地址须以 http(s) 开头、不含密码，并且不在本机或内网（管理员可在服务器设置中放开内网）。",
    en: "Cannot send to {host}: the address must be http(s), without a password, and outside this machine and its private network (the server's administrator can allow that).",
  },
  webhook_limit: {
    zh: "Webhook 最多 {most} 个，请先删除不用的。",
    en: "There can be {most} webhooks at most. Remove one that is not used.",
  },
  internal: {
    zh: "系统出错了，没有保存任何改动。请重试；仍不行请把编号 {requestId} 发给管理员。",
    en: "Something broke and nothing was saved. Try again; if it persists, give the number {requestId} to your administrator.",
  },
};
