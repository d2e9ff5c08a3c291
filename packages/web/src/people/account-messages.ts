import { defineMessages } from "../i18n/setup.ts";

defineMessages({
  "account.title": { zh: "我的账号", en: "My account" },
  "account.name": { zh: "姓名", en: "Name" },
  "account.saved": { zh: "已保存", en: "Saved" },
  "account.password": { zh: "修改密码", en: "Change the password" },
  "account.password.current": { zh: "当前密码", en: "Current password" },
  "account.password.next": { zh: "新密码", en: "New password" },
  "account.password.done": {
    zh: "密码已修改，其他设备已退出。",
    en: "The password is changed; other devices are signed out.",
  },
  "account.two": { zh: "两步验证", en: "Two-step sign-in" },
  "account.two.on": {
    zh: "已开启：登录时还需验证器上的 6 位数字。",
    en: "On: signing in also asks for six digits from your authenticator.",
  },
  "account.two.off": {
    zh: "未开启。开启后，即使密码泄露别人也进不来。",
    en: "Off. Switched on, a stolen password alone lets nobody in.",
  },
  "account.two.start": { zh: "开启", en: "Switch on" },
  "account.two.stop": { zh: "关闭", en: "Switch off" },
  "account.two.secret": {
    zh: "在验证器（如微软或谷歌验证器）中手动输入此密钥，或打开链接：",
    en: "Enter this key in your authenticator app, or open the link:",
  },
  "account.two.open": { zh: "在验证器中打开", en: "Open in the authenticator" },
  "account.two.backup": {
    zh: "备用码，每个只能用一次，请抄下保存：",
    en: "Backup codes, each usable once. Write them down:",
  },
  "account.two.confirm": { zh: "确认开启", en: "Confirm" },
  "account.sessions": { zh: "登录中的设备", en: "Signed-in devices" },
  "account.sessions.this": { zh: "本机", en: "This device" },
  "account.sessions.end": { zh: "退出这台", en: "Sign out there" },
  "account.sessions.others": { zh: "退出其他所有设备", en: "Sign out everywhere else" },
  "account.sessions.since": { zh: "{at} 登录", en: "Signed in {at}" },
});
