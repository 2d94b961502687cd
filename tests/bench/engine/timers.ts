import { claimDue, nextDue } from '#cases/jobs/due_jobs'
import { runJob } from '#cases/jobs/run_job'
import { Worker } from '#cases/jobs/worker'
import { adminRows } from '#tests/bench/database'
import { seedOpenCases } from '#tests/bench/engine/seed'
import { cpuOf, readDatabase } from '#tests/bench/meters'
import type { BenchTown } from '#tests/bench/towns'

const ALL = 100_000

/** A worker of the house does all that is due; answers once so many jobs were done. */
async function drain(count: number): Promise<void> {
  let left = count
  let finished: () => void = () => {}
  const empty = new Promise<void>((resolve) => (finished = resolve))
  const failures: unknown[] = []
  const worker = new Worker({
    claim: claimDue,
    nextDue,
    run: async (job) => {
      const reason = await runJob(job, { at: new Date() })
      if (reason) failures.push(reason)
      left -= 1
      if (left === 0) finished()
    },
    report: (error) => failures.push(error),
  })
  worker.start()
  await empty
  await worker.stop()
  if (failures.length > 0) throw new Error(`${failures.length} timers failed: ${String(failures[0])}`)
}

/** Every case has lost the turn: its task is withdrawn, the next one open, and no timer is left. */
async function assertPassed(town: BenchTown, count: number): Promise<void> {
  const [found] = await adminRows<{ tasks: number; due: number }>(
    `SELECT (SELECT count(*)::int FROM tasks WHERE municipality_id = $1 AND element = 'check' AND state = 'open') AS tasks,
       (SELECT count(*)::int FROM jobs WHERE municipality_id = $1 AND kind = 'timer' AND run_at <= now()) AS due`,
    [town.id]
  )
  if (found!.tasks !== count || found!.due !== 0)
    throw new Error(`${count} terms were over, and the house says ${JSON.stringify(found)}`)
}

/** Timers that are all due at once, drained by one worker. */
export async function benchTimers(town: BenchTown, count: number): Promise<void> {
  await seedOpenCases(town, count, 'due')
  const { serverPid } = await readDatabase('at once')
  const [database, own, began] = [cpuOf([serverPid]), process.cpuUsage(), performance.now()]
  await drain(count)
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(own)
  await assertPassed(town, count)
  const each = [(user + system) / 1000, cpuOf([serverPid]) - database].map((ms) => (ms / count).toFixed(2))
  const all = count === ALL ? '' : `, so 100,000 take ${((seconds / count) * (ALL / 60)).toFixed(1)} minutes`
  console.log(
    `\n${count.toLocaleString('en')} due timers drained by one worker in ${seconds.toFixed(0)} s: ${(count / seconds).toFixed(0)} a second${all}; ` +
      `${each[0]} ms of CPU each, and ${each[1]} of the database`
  )
}
