import vite from '@adonisjs/vite/services/main'
import type { HttpContext } from '@adonisjs/core/http'
import { keptBeyondCalendar } from '#cases/queries/beyond_calendar'
import { openIncidentCount } from '#cases/queries/incident_count'
import { pulse } from '#cases/queries/pulse'
import { localeOf } from '#core/locale'
import type { Flash } from '#desk/http/flash'
import { speechOf } from '#desk/http/speech'
import type { Officer, OfficerRole } from '#identity/types'
import { letterCount } from '#notifications/queries/letters'
import { waitingCount } from '#signatures/queries/tray'
import { unitsOf } from '#tenancy/queries/bodies_and_units'

/** Who may see and handle cases. */
export const HANDLERS: OfficerRole[] = ['case_handler', 'technician', 'resolver', 'admin']

/** Who may have something to sign, and see what others have. */
export const SIGNERS: OfficerRole[] = [...HANDLERS, 'secretary']

/** Who sees the books: the register's, and the secretary, who keeps that of resolutions (RD 128/2018, art. 3.2.e). */
export const KEEPERS: OfficerRole[] = ['registrar', 'secretary']

const handles = ({ roles }: Pick<Officer, 'roles'>) => HANDLERS.some((role) => roles.includes(role))

const DOORS: { name: string; href: string; roles: OfficerRole[] }[] = [
  { name: 'inbox', href: '/desk/inbox', roles: HANDLERS },
  { name: 'search', href: '/desk/search', roles: HANDLERS },
  { name: 'signatures', href: '/desk/signatures', roles: SIGNERS },
  { name: 'letters', href: '/desk/letters', roles: HANDLERS },
  { name: 'registry', href: '/desk/registry', roles: KEEPERS },
  { name: 'payments', href: '/desk/payments', roles: ['treasurer'] },
  { name: 'procedures', href: '/desk/procedures', roles: ['admin'] },
  { name: 'versions', href: '/desk/versions', roles: ['admin'] },
  { name: 'incidents', href: '/desk/incidents', roles: ['admin'] },
  { name: 'notices', href: '/desk/notices', roles: ['admin'] },
  { name: 'calendar', href: '/desk/calendar', roles: ['admin'] },
]

export const doorsOf = ({ roles }: Pick<Officer, 'roles'>) =>
  DOORS.filter((door) => door.roles.some((role) => roles.includes(role)))

/** What every page of the desk is told: town, who is at the desk, doors, languages, the hour, the last deed. */
export async function deskProps(ctx: HttpContext) {
  const { town, lang, officer, session } = ctx
  const now = new Date()
  const clock = now.toLocaleString(localeOf(lang), {
    timeZone: town.timeZone,
    dateStyle: 'full',
    timeStyle: 'medium',
  })
  const { t } = speechOf(ctx)
  return {
    town: {
      council: town.settings.council[lang] ?? town.name,
      logoUrl: vite.assetPath(town.settings.logo),
      demo: town.demo,
    },
    officer: officer ? await officerShown(ctx) : null,
    lang,
    languages: town.languages.map((code) => ({
      code,
      name: t(`portal.languages.${code}`),
      href: languageHref(ctx, code),
    })),
    doors: officer ? await doorsShown(town.id, officer) : [],
    news: officer && handles(officer) ? await pulse(town.id) : null,
    officialTime: { text: clock, iso: now.toISOString(), zone: town.timeZone },
    flash: (session.flashMessages.get('desk') as Flash | undefined) ?? null,
  }
}

const languageHref = ({ request }: HttpContext, code: string) =>
  `?${new URLSearchParams({ ...(request.qs() as Record<string, string>), lang: code })}`

async function officerShown(ctx: HttpContext) {
  const { town, officer } = ctx
  const speech = speechOf(ctx)
  const unit = (await unitsOf(town.id)).find(({ id }) => officer.unitIds.includes(id))
  return {
    name: officer.name,
    unit: speech.name(officer.position) ?? speech.name(unit?.name) ?? '',
    lastAccess: officer.previousAccessAt && speech.moment(officer.previousAccessAt).text,
  }
}

/** What waits behind a door, where it should be seen from everywhere. */
const COUNTS: Record<string, (municipalityId: string, officer: Officer) => Promise<number>> = {
  incidents: openIncidentCount,
  letters: letterCount,
  calendar: async (id) => (await keptBeyondCalendar(id)).reduce((sum, { cases }) => sum + cases, 0),
  signatures: waitingCount,
}

const doorsShown = (municipalityId: string, officer: Officer) =>
  Promise.all(
    doorsOf(officer).map(async (door) => {
      const count = await COUNTS[door.name]?.(municipalityId, officer)
      return count === undefined ? door : { ...door, count }
    })
  )
