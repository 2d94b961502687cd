import { X509Certificate } from 'node:crypto'
import { beyondCalendar } from '#cases/queries/beyond_calendar'
import { sealCertificate } from '#documents/queries/seal_holder'
import { sealOf } from '#documents/queries/seal'
import { fails, warns, well, type Finding } from '#start/doctor/finding'
import { calendarOf } from '#tenancy/queries/calendar'
import { OFFICE } from '#tenancy/domain/town_calendars'
import { towns } from '#tenancy/queries/towns'
import type { Town } from '#tenancy/types'

const SOON_DAYS = 30
const DAY_MS = 86_400_000

async function sealFinding(town: Town, at: Date): Promise<Finding | null> {
  const pem = await sealCertificate(town.id)
  const bind = `Bind one with: node ace town:seal ${town.slug} <file>`
  if (!pem) return warns('Seals', `${town.slug} has none, so it can give no receipts`, bind)
  const { validToDate } = new X509Certificate(pem)
  const days = Math.floor((validToDate.getTime() - at.getTime()) / DAY_MS)
  if (days < 0)
    return fails('Seals', `that of ${town.slug} expired on ${validToDate.toISOString().slice(0, 10)}`, bind)
  const opens = await sealOf(town.id).then(
    () => true,
    () => false
  )
  if (!opens)
    return fails(
      'Seals',
      `that of ${town.slug} was locked with another APP_KEY`,
      `Set APP_KEY to the one of then. ${bind}`
    )
  return days < SOON_DAYS ? warns('Seals', `that of ${town.slug} expires in ${days} days`, bind) : null
}

export async function lookAtSeals(at: Date): Promise<Finding[]> {
  const all = await towns()
  const found = (await Promise.all(all.map((town) => sealFinding(town, at)))).filter((one) => one !== null)
  return found.length > 0 ? found : [well('Seals', `${all.length} towns, each with one that holds`)]
}

export async function lookAtCalendars(at: Date): Promise<Finding[]> {
  const wanted = [at.getUTCFullYear(), at.getUTCFullYear() + 1]
  const found: Finding[] = []
  const all = await towns()
  for (const { id, slug } of all) {
    const { years, usual = [] } = await calendarOf(id)
    const [now, next] = wanted.map((year) => years.includes(year))
    const remedy = `Load its closed days, which terms that cross the year lack: node ace town:calendar ${slug} <year> <file>`
    if (!now) found.push(fails('Calendars', `${slug} has none of ${wanted[0]}`, remedy))
    else if (!next) found.push(warns('Calendars', `${slug} has none of ${wanted[1]}`, remedy))
    const unsure = wanted.filter((year) => usual.includes(year))
    if (unsure.length > 0)
      found.push(warns('Calendars', `${slug} has only usual days of ${unsure.join(' and ')}, so that dates in them are told as provisional`, remedy)) // prettier-ignore
    for (const { seat, year, cases } of await beyondCalendar(id)) {
      const whose = seat === OFFICE ? slug : `the seat “${seat}” of ${slug}`
      const of = seat === OFFICE ? '' : ` --seat=${seat}`
      found.push(warns('Calendars', `${whose} has none of ${year}, through which terms of ${cases} open cases run`, `${remedy}${of}`)) // prettier-ignore
    }
  }
  return found.length > 0 ? found : [well('Calendars', `${wanted.join(' and ')} in ${all.length} towns`)]
}

export async function lookAtTowns(): Promise<Finding[]> {
  const all = await towns()
  if (all.length === 0)
    return [warns('Towns', 'none stands', 'Found one with: node ace town:found <file> --admin=<e-mail>')]
  const lost = all.filter(({ demo, isDefault, hosts }) => !demo && !isDefault && hosts.length === 0)
  return lost.length === 0
    ? [well('Towns', all.map(({ slug }) => slug).join(', '))]
    : lost.map(({ slug }) => warns('Towns', `${slug} has no address`, `Give it one with: node ace town:host ${slug} <host>`)) // prettier-ignore
}
