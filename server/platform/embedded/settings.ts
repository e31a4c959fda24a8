import { totalmem } from "node:os";

const MEGABYTE = 1024 * 1024;

/**
 * How the embedded database runs. Durable: fsync and synchronous_commit stay on, so what was answered survives a
 * power cut. Texts of parameters never reach the log (log_parameter_max_length), since session tokens travel in them.
 */
export function serverSettings(memoryBytes: number = totalmem()): Record<string, string> {
  const memoryMb = Math.floor(memoryBytes / MEGABYTE);
  return {
    shared_buffers: `${memoryMb >= 2048 ? 256 : 64}MB`,
    effective_cache_size: `${Math.max(128, Math.floor(memoryMb / 2))}MB`,
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    max_connections: "60",
    // A command of many tables locks them and all their indexes: from PostgreSQL 18 on this is how many of those a connection keeps without asking the shared table.
    max_locks_per_transaction: "256",
    max_wal_size: "2GB",
    checkpoint_timeout: "10min",
    random_page_cost: "1.1",
    jit: "off", // short statements under policies: compiling them costs more than it saves
    fsync: "on",
    synchronous_commit: "on",
    wal_level: "replica", // what a backup of the running database needs
    password_encryption: "scram-sha-256",
    log_parameter_max_length: "0",
    log_parameter_max_length_on_error: "0",
    log_line_prefix: "%m [%p] %q%u ",
    timezone: "Asia/Tokyo", // "today" in a policy or a default is the day in Japan
    log_timezone: "Asia/Tokyo",
  };
}
