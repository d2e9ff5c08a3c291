import type { AnswerOf, Contract } from "@dabiao/core/platform/contract.ts";
import { type Addressed, addressOf } from "./address.ts";
import { readRefusal } from "./call.ts";

export interface UploadOptions {
  /** Form fields sent before the file. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Part of the file that has left, 0 to 1. */
  readonly onProgress?: (part: number) => void;
  readonly signal?: AbortSignal;
}

/** Sends a file to an endpoint with the transport `upload`. `fetch` does not tell how far it is, hence the older way. */
export function upload<C extends Contract>(
  contract: C,
  file: File,
  given: Addressed<C> & UploadOptions,
): Promise<AnswerOf<C>> {
  const form = new FormData();
  for (const [name, value] of Object.entries(given.fields ?? {})) form.append(name, value);
  form.append("file", file);
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.open(contract.method, addressOf(contract, given));
    request.upload.onprogress = ({ loaded, total }) => given.onProgress?.(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new TypeError("the server could not be reached"));
    request.onabort = () => reject(new DOMException("The upload was cancelled", "AbortError"));
    request.onload = () => {
      const { status, responseText } = request;
      if (status >= 200 && status < 300) return resolve(responseText === "" ? undefined : JSON.parse(responseText));
      return reject(readRefusal(status, responseText, request.getResponseHeader("x-request-id") ?? ""));
    };
    given.signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(form);
  });
}
