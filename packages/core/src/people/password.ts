import type { Issue } from "../platform/refusal.ts";

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;
const FEWEST_DIFFERENT = 5;

/**
 * The cores of the passwords tried first everywhere: guessing tools append digits and signs to them, so a password
 * counts as common when little is left beside such a core.
 */
const COMMON = (
  "password passw0rd p@ssw0rd qwerty qwertyuiop asdfghjkl zxcvbnm 1qaz2wsx 1q2w3e4r qazwsx abc123 abcdef admin administrator " +
  "welcome letmein iloveyou monkey dragon sunshine princess football baseball master login changeme default secret test " +
  "woaini wodemima mima woaiwojia caonima dabiao xiaoshou gongsi 5201314 1314520 123123 112233 147258 159357 " +
  "0123456789 9876543210 abcdefghijklmnopqrstuvwxyz"
).split(" ");
const FEWEST_BESIDE_CORE = 6;

/** What a password may not lean on. */
export interface PasswordOwner {
  readonly email: string;
  readonly name?: string;
  readonly company?: string;
}

/**
 * What is wrong with a new password: `password_short` (min), `password_long` (max), `password_repetitive`,
 * `password_common`, `password_personal`. Length and unguessability count, not kinds of characters.
 *
 * @source NIST SP 800-63B section 5.1.1.2: long, checked against common and context words, no composition rules
 */
export function passwordIssues(password: string, owner: PasswordOwner): Issue[] {
  const issues: Issue[] = [];
  const add = (code: string, params: Issue["params"] = {}) => issues.push({ code, params, path: ["body", "password"] });
  const length = [...password].length;
  const plain = password.normalize("NFKC").toLowerCase();
  if (length < PASSWORD_MIN) add("password_short", { min: PASSWORD_MIN });
  if (length > PASSWORD_MAX) add("password_long", { max: PASSWORD_MAX });
  if (new Set(plain).size < FEWEST_DIFFERENT || isSequence(plain)) add("password_repetitive");
  if (COMMON.some((core) => leansOn(plain, core))) add("password_common");
  if (wordsOf(owner).some((word) => leansOn(plain, word))) add("password_personal");
  return issues;
}

/** Signs beside the core add nothing and digits little: tools that guess append both by the million. */
function leansOn(password: string, core: string): boolean {
  if (!password.includes(core)) return false;
  const rest = password.replaceAll(core, "");
  const letters = (rest.match(/\p{L}/gu) ?? []).length;
  const digits = Math.min(2, (rest.match(/\d/g) ?? []).length);
  return letters + digits < FEWEST_BESIDE_CORE;
}

function wordsOf({ email, name = "", company = "" }: PasswordOwner): string[] {
  const [local = "", domain = ""] = email.toLowerCase().split("@");
  const words = [
    local,
    ...local.split(/[._+-]/),
    domain.split(".")[0] ?? "",
    ...`${name} ${company}`.toLowerCase().split(/\s+/),
  ];
  return words.filter((word) => [...word].length >= 3 || /\p{Script=Han}{2,}/u.test(word));
}

/** Characters that follow one another all along: 1234567890, abcdefghij, or the same backwards. */
function isSequence(text: string): boolean {
  const points = [...text].map((char) => char.codePointAt(0) ?? 0);
  const steps = points.slice(1).map((point, index) => point - (points[index] ?? 0));
  const ordered = steps.filter((step) => step === 1 || step === -1 || step === 0).length;
  return steps.length > 0 && ordered / steps.length > 0.8;
}
