import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { adminRows } from '#tests/bench/database'

const TICK_MS = 10

interface Process {
  pid: number
  parent: number
  /** Milliseconds of CPU of the process, and of its children that have ended. */
  cpu: number
}

function readProcess(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0)
    return { pid, parent: Number(fields[1]), cpu: ticks * TICK_MS }
  } catch {
    return null
  }
}

/** Milliseconds of CPU that these processes and everything under them have used. Linux only: elsewhere 0. */
export function cpuOf(pids: number[]): number {
  let names: string[] = []
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return 0
  }
  const all = names.map((name) => readProcess(Number(name))).filter((found) => found !== null)
  const family = new Set(pids)
  for (let grown = true; grown;) {
    const before = family.size
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid)
    grown = family.size > before
  }
  return all.filter(({ pid }) => family.has(pid)).reduce((sum, { cpu }) => sum + cpu, 0)
}

/** Megabytes of memory that a process holds. */
export function memoryOf(pid: number): number {
  const found = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(found?.[1] ?? 0) / 1024
}

export interface Reading {
  fsyncs: number
  /** Bytes of write-ahead log. */
  wal: number
  serverPid: number
}

const IO = `SELECT coalesce(sum(fsyncs), 0)::int AS fsyncs FROM pg_stat_io WHERE object = 'wal'`
const OLD_IO = `SELECT wal_sync::int AS fsyncs FROM pg_stat_wal`

/** An idle process of the database reports what it has synced only after ten seconds. */
const REPORTED_MS = 11_000

/** What the database has synced and logged so far; `settled` waits until all of it has been reported. */
export async function readDatabase(how: 'at once' | 'settled'): Promise<Reading> {
  if (how === 'settled') await pause(REPORTED_MS)
  const [server] = await adminRows<{ version: number; wal: number; pid: number }>(
    `SELECT current_setting('server_version_num')::int AS version,
            pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 AS wal, pg_backend_pid() AS pid`
  )
  const [io] = await adminRows<{ fsyncs: number }>(server!.version >= 180000 ? IO : OLD_IO)
  return {
    fsyncs: io!.fsyncs,
    wal: server!.wal,
    serverPid: readProcess(server!.pid)?.parent ?? server!.pid,
  }
}
