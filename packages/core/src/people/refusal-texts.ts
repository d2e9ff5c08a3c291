import type { RefusalTexts } from "../platform/refusal.ts";
import type { peopleRefusals } from "./refusals.ts";

/** Sentences for signing in, members, units, roles and keys. */
export const peopleRefusalTexts: RefusalTexts<typeof peopleRefusals> = {
  wrong_credentials: {
    zh: "邮箱或密码不对。请重试；忘记密码请联系管理员重置。",
    en: "The e-mail address or the password is wrong. Try again, or ask an administrator for a reset link.",
  },
  sign_in_locked: {
    zh: "登录失败次数过多，请 {minutes} 分钟后再试。",
    en: "Too many failed sign-ins. Try again in {minutes} minutes.",
  },
  wrong_code: {
    zh: "验证码不对。请输入验证器上当前的 6 位数字，或一个未用过的备用码。",
    en: "The code is wrong. Enter the six digits your authenticator shows now, or an unused backup code.",
  },
  second_factor_expired: {
    zh: "两步验证已超时，请重新输入邮箱和密码。",
    en: "Two-factor sign-in has expired. Enter your e-mail address and password again.",
  },
  two_factor_already_on: {
    zh: "两步验证已开启。如需换设备，请先关闭再重新开启。",
    en: "Two-factor sign-in is already on. To change devices, switch it off first.",
  },
  two_factor_not_started: {
    zh: "尚未开始设置两步验证，请先获取二维码。",
    en: "Two-factor sign-in has not been started. Get the code to scan first.",
  },
  weak_password: { zh: "密码太弱，请按下列提示修改。", en: "The password is too weak. Mend what is listed." },
  password_short: { zh: "密码至少 {min} 个字符。", en: "Use at least {min} characters." },
  password_long: { zh: "密码最多 {max} 个字符。", en: "Use at most {max} characters." },
  password_repetitive: {
    zh: "密码过于重复或是连续字符，请换一个。",
    en: "The password repeats itself or is a simple sequence. Choose another.",
  },
  password_common: {
    zh: "这是常见密码，很容易被猜到，请换一个。",
    en: "This password is among the first to be guessed. Choose another.",
  },
  password_personal: {
    zh: "密码含有你的姓名、邮箱或公司名，请换一个。",
    en: "The password leans on your name, e-mail address or company. Choose another.",
  },
  wrong_password: { zh: "当前密码不对，请重试。", en: "The current password is wrong. Try again." },
  preview_read_only: {
    zh: "正在以他人身份预览，只能查看。请退出预览后再操作。",
    en: "You are previewing as someone else and can only look. Leave the preview to make changes.",
  },
  setup_claimed: {
    zh: "本系统已完成初始化，请直接登录。",
    en: "This installation has already been set up. Sign in instead.",
  },
  setup_token_wrong: {
    zh: "初始化口令不对或已失效。请使用服务启动时打印的最新地址。",
    en: "The set-up token is wrong or void. Use the newest address the server printed.",
  },
  unknown_zone: {
    zh: "不认识时区“{zone}”。请填写如 Asia/Shanghai 的时区名。",
    en: "“{zone}” is not a known time zone. Write a name such as Asia/Shanghai.",
  },
  link_expired: {
    zh: "链接已失效或已被使用，请让管理员重新生成。",
    en: "The link has expired or was used. Ask an administrator for a new one.",
  },
  email_taken: {
    zh: "邮箱 {email} 已被其他成员使用，请换一个。",
    en: "The e-mail address {email} belongs to another member. Use a different one.",
  },
  account_already_member: {
    zh: "该账号已是本公司成员，请直接登录。",
    en: "This account is already a member of the company. Sign in instead.",
  },
  account_elsewhere: {
    zh: "{name} 的账号也属于其他公司，不能在这里重置密码。请由本人登录后修改，或联系系统运维。",
    en: "The account of {name} also belongs to another company, so its password cannot be reset here. The person can change it after signing in.",
  },
  member_left: { zh: "{name} 已离职，请先办理复职。", en: "{name} has left. Bring the member back first." },
  member_has_account: {
    zh: "{name} 已有登录账号，不需要再邀请。",
    en: "{name} can already sign in and needs no invitation.",
  },
  member_without_account: {
    zh: "{name} 还没有登录账号，请先邀请。",
    en: "{name} has no account yet. Send an invitation first.",
  },
  last_admin: {
    zh: "这是最后一位管理员，不能停用或移除其管理员角色。请先指定另一位管理员。",
    en: "This is the last administrator. Make somebody else an administrator first.",
  },
  membership_overlaps: {
    zh: "与已有的主部门任职（{unit}，{from} 至 {to}）重叠，请调整日期。",
    en: "This overlaps the primary membership in {unit} from {from} to {to}. Change the days.",
  },
  days_reversed: { zh: "结束日 {to} 必须晚于开始日 {from}。", en: "The end {to} must be after the start {from}." },
  unit_cycle: {
    zh: "不能把“{unit}”移到它自己的下级“{parent}”之下。",
    en: "“{unit}” cannot be moved below “{parent}”, which lies within it.",
  },
  unit_root: { zh: "最上级组织不能移动或停用。", en: "The top unit can be neither moved nor archived." },
  unit_not_empty: {
    zh: "该部门还有 {members} 名成员和 {units} 个下级部门，请先移走。",
    en: "The unit still has {members} members and {units} units below it. Move them first.",
  },
  unit_archived: { zh: "部门“{unit}”已停用，请选择其他部门。", en: "The unit “{unit}” is archived. Choose another." },
  unit_too_deep: { zh: "组织最多 {max} 级。", en: "The organisation can have at most {max} levels." },
  ambiguous_leader: {
    zh: "有多人叫“{name}”，无法确定负责人。请先用工号或邮箱区分。",
    en: "Several people are called “{name}”. Tell them apart by employee number or e-mail address first.",
  },
  duplicate_person: {
    zh: "“{name}”与第 {row} 行重复。请填写工号或邮箱以区分，或删去一行。",
    en: "“{name}” repeats row {row}. Add an employee number or e-mail address, or remove one row.",
  },
  unknown_role: { zh: "没有角色“{role}”，请重新选择。", en: "There is no role “{role}”. Choose again." },
  key_beyond_own_roles: {
    zh: "你没有角色“{role}”，不能授予 API 密钥。",
    en: "You do not have the role “{role}”, so a key cannot have it.",
  },
  keys_by_people_only: {
    zh: "API 密钥不能再创建密钥，请由成员登录后创建。",
    en: "A key cannot make further keys. Sign in as a member to make one.",
  },
};
