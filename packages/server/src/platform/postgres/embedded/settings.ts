import { totalmem } from "node:os";

const MEBIBYTE = 1024 * 1024;

/**
 * Small when idle, decent when busy: shared memory is only taken as it is touched. No replication is served,
 * so no WAL senders; compiling expressions costs more than it saves on queries of a few milliseconds.
 */
export function embeddedSettings(connections: number): Record<string, string> {
  const memory = Math.floor(totalmem() / MEBIBYTE);
  return {
    max_connections: String(connections + 20),
    shared_buffers: `${clamp(Math.floor(memory / 16), 64, 512)}MB`,
    effective_cache_size: `${clamp(Math.floor(memory / 2), 256, 65_536)}MB`,
    work_mem: "16MB",
    maintenance_work_mem: `${clamp(Math.floor(memory / 32), 64, 512)}MB`,
    max_wal_size: "2GB",
    max_wal_senders: "0",
    max_logical_replication_workers: "0",
    io_workers: "1",
    wal_compression: "on",
    random_page_cost: "1.1",
    jit: "off",
    max_locks_per_transaction: "256",
    timezone: "UTC",
    log_timezone: "UTC",
    log_min_messages: "warning",
    log_checkpoints: "off",
    log_line_prefix: "%m [%p] ",
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
