import { Worker } from "node:worker_threads";
import { Refusal } from "@dabiao/core/platform/refusal.ts";

const MEMORY_MB = 1_200;
const TIME_MS = 180_000;

/** Unpacks a workbook into one file of rows per sheet (a JSON list of cells per line), in a thread that may fail alone. */
export function unpackWorkbook(path: string, folder: string): Promise<{ name: string; file: string }[]> {
  const worker = new Worker(new URL("./workbook-worker.ts", import.meta.url), {
    workerData: { path, folder },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      void worker.terminate();
      reject(new Refusal("import_too_slow"));
    }, TIME_MS);
    worker.once("message", (sheets: { name: string; file: string }[]) => resolve(sheets));
    worker.once("error", (error: Error & { code?: string }) => {
      const code = error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "import_too_large_inside" : "import_damaged_file";
      reject(new Refusal(code));
    });
    worker.once("exit", () => {
      clearTimeout(timer);
      reject(new Refusal("import_damaged_file"));
    });
  });
}
