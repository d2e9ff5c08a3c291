import { defineMessages } from "../i18n/setup.ts";

defineMessages({
  "entry.company": { zh: "公司名称", en: "Company" },
  "entry.name": { zh: "你的姓名", en: "Your name" },
  "entry.email": { zh: "邮箱", en: "E-mail" },
  "entry.password": { zh: "密码", en: "Password" },
  "entry.password.hint": {
    zh: "至少 10 个字符，不要用常见密码、姓名或公司名。",
    en: "At least 10 characters; no common password, no name.",
  },
  "entry.code": { zh: "验证器上的 6 位数字", en: "Six digits from your authenticator" },
  "entry.backup": { zh: "改用备用码", en: "Use a backup code" },
  "entry.backup.label": { zh: "备用码", en: "Backup code" },
  "entry.required": { zh: "请填写{label}", en: "Please enter: {label}" },
  "setup.title": { zh: "创建你的公司", en: "Create your company" },
  "setup.hint": {
    zh: "只需三项，之后可以随时修改。数据只存放在这台机器上。",
    en: "Three fields; all can be changed later. The data stays on this machine.",
  },
  "setup.start": { zh: "开始", en: "Start" },
  "setup.token": { zh: "设置口令", en: "Set-up token" },
  "setup.token.hint": {
    zh: "在启动达标的终端里，网址末尾 setup= 之后的一串。",
    en: "The part after setup= in the address printed by the terminal that started Dabiao.",
  },
  "setup.claimed": { zh: "这里已经创建过公司，请登录。", en: "The company exists already. Please sign in." },
  "signIn.title": { zh: "登录", en: "Sign in" },
  "signIn.act": { zh: "登录", en: "Sign in" },
  "signIn.second": { zh: "两步验证", en: "Second step" },
  "signIn.lost": {
    zh: "忘记密码？请管理员在「成员与组织」里给你一个重设链接。",
    en: "Forgot it? An admin can hand you a reset link from People and units.",
  },
  "invite.title": { zh: "加入{company}", en: "Join {company}" },
  "invite.hint": { zh: "{name}，设好密码就能开始。", en: "{name}, choose a password and start." },
  "invite.account": {
    zh: "{name}，请输入你已有账号的密码。",
    en: "{name}, enter the password of the account you already have.",
  },
  "invite.join": { zh: "加入", en: "Join" },
  "reset.title": { zh: "重设密码", en: "Choose a new password" },
  "reset.hint": { zh: "这个链接只能用一次，一天内有效。", en: "The link works once, within one day." },
  "reset.act": { zh: "设为新密码", en: "Set the password" },
  "reset.done": { zh: "密码已重设，请用新密码登录。", en: "Done. Sign in with the new password." },
});
