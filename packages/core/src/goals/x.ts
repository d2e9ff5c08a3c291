import { readFileSync } from "node:fs";
export function bad(): number {
  readFileSync("a");
  return Date.now() + new Date().getTime() + Math.random();
}
