import { LiveMessage, listenLive } from "@dabiao/core/platform/live.ts";
import { addressOf } from "./address.ts";

/** `lost` is shown as a banner: figures on the page may be old. */
export type LiveState = "live" | "lost";

export interface LiveHandlers {
  onMessage(message: LiveMessage): void;
  onState(state: LiveState): void;
}

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;
const NAME = "dabiao-live";

/**
 * Hears what changes in the workspace. Browsers allow six connections to a server over HTTP/1.1, so of all open
 * tabs one listens and tells the others; where the browser cannot do that (plain HTTP) each tab listens.
 *
 * @returns stops listening
 */
export function hearLive(handlers: LiveHandlers): () => void {
  if (!("locks" in navigator)) return listen(handlers);
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }: MessageEvent<Told>) => pass(handlers, data);
  const stop = new AbortController();
  const tell = (told: Told) => {
    pass(handlers, told);
    channel.postMessage(told);
  };
  const asListener = () =>
    new Promise<void>((resolve) => {
      // The tab that listened before may have closed in mid-sentence.
      tell({ message: { kind: "refetch" } });
      const leave = listen({ onMessage: (message) => tell({ message }), onState: (state) => tell({ state }) });
      stop.signal.addEventListener("abort", () => {
        leave();
        resolve();
      });
    });
  navigator.locks.request(NAME, { signal: stop.signal }, asListener).catch(() => undefined);
  return () => {
    stop.abort();
    channel.close();
  };
}

type Told = { readonly message: LiveMessage } | { readonly state: LiveState };

function pass(handlers: LiveHandlers, told: Told): void {
  if ("message" in told) handlers.onMessage(told.message);
  else handlers.onState(told.state);
}

/** One connection. The browser takes it up again by itself, but not after an error status: then this does, ever more slowly. */
function listen({ onMessage, onState }: LiveHandlers): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let after: string | undefined;
  let retryMs = FIRST_RETRY_MS;

  function open(): void {
    source = new EventSource(addressOf(listenLive, { query: { after } }));
    source.onopen = () => {
      retryMs = FIRST_RETRY_MS;
      onState("live");
    };
    source.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
      after = lastEventId || after;
      const message = LiveMessage.safeParse(JSON.parse(data));
      onMessage(message.success ? message.data : { kind: "refetch" });
    };
    source.onerror = () => {
      onState("lost");
      if (source.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, retryMs);
      retryMs = Math.min(LAST_RETRY_MS, retryMs * 2);
    };
  }

  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
