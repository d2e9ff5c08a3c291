/**
 * Something the operator can put right: a setting, a directory, a damaged file. It is shown as its sentence,
 * in Chinese and English, without a stack; every other error is a bug and shows one.
 */
export class PlainFault extends Error {
  readonly exitCode: number;

  constructor(zh: string, en: string, exitCode = 1) {
    super(`${zh}\n${en}`);
    this.name = "PlainFault";
    this.exitCode = exitCode;
  }
}
