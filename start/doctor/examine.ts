import env from '#start/env'
import { lookAtBackups } from '#start/doctor/checks/backups'
import {
  lookAtClock,
  lookAtPolicies,
  lookAtRoles,
  lookAtSchema,
  lookAtServer,
  lookAtServerLog,
} from '#start/doctor/checks/database'
import { lookAtDisk, lookAtFolder, lookAtNode } from '#start/doctor/checks/machine'
import { lookAtMail, lookAtRedis } from '#start/doctor/checks/outside'
import { lookAtAddress, lookAtDemo, lookAtMetrics, lookAtProxy } from '#start/doctor/checks/settings'
import { lookAtCalendars, lookAtSeals, lookAtTowns } from '#start/doctor/checks/towns'
import { lookAtWeb, lookAtWork } from '#start/doctor/checks/work'
import { fails, foundBy, type Finding, type Look } from '#start/doctor/finding'

const [host, port] = [env.get('HOST', '127.0.0.1'), env.get('PORT', 3333)]

const settings = {
  host,
  publicUrl: env.get('PUBLIC_URL'),
  trustProxy: env.get('TRUST_PROXY'),
  metricsToken: env.get('METRICS_TOKEN'),
  demo: env.get('FINESTRA_DEMO') === true,
}

const BESIDE: [string, (at: Date) => ReturnType<Look>][] = [
  ['Node', lookAtNode],
  ['Disk', lookAtDisk],
  ['Data folder', lookAtFolder],
  ['Backup', lookAtBackups],
  ['PUBLIC_URL', async () => lookAtAddress(settings)],
  ['TRUST_PROXY', async () => lookAtProxy(settings)],
  ['METRICS_TOKEN', async () => lookAtMetrics(settings)],
  ['Web', () => lookAtWeb({ host, port })],
  ['Mail', () => lookAtMail(env.get('SMTP_URL'))],
  ['Redis', () => lookAtRedis(env.get('REDIS_URL'))],
]

const OF_THE_DATABASE: [string, (at: Date) => ReturnType<Look>][] = [
  ['Database', lookAtRoles],
  ['Policies', lookAtPolicies],
  ['Migrations', lookAtSchema],
  ['Clock', lookAtClock],
  ['Log of the database', lookAtServerLog],
  ['Worker', lookAtWork],
  ['Towns', lookAtTowns],
  ['Demo towns', () => lookAtDemo(settings)],
  ['Seals', lookAtSeals],
  ['Calendars', lookAtCalendars],
]

/** Looks at all that an operator can see to, one after the other; without a database at what stands beside it. */
export async function examine(at: Date): Promise<Finding[]> {
  const found: Finding[] = []
  for (const [about, look] of BESIDE) found.push(...(await foundBy(about, () => look(at))))
  const server = await lookAtServer().catch((error: { message?: string; code?: string }) => [
    fails('PostgreSQL', `it does not answer (${error.message || error.code})`, 'Start the house, npm start, or your server; check DATABASE_URL.'),
  ]) // prettier-ignore
  found.push(...server)
  if (server.some(({ said }) => said.startsWith('it does not answer'))) return found
  for (const [about, look] of OF_THE_DATABASE) found.push(...(await foundBy(about, () => look(at))))
  return found
}
