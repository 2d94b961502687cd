import { uuidv7 } from '#core/ids'
import { unwrap } from '#core/result'
import { HireOfficer } from '#identity/actions/hire_officer'
import type { OfficerRole } from '#identity/types'
import { foundTown } from '#tenancy/actions/found_town'
import { LoadCalendar } from '#tenancy/actions/load_calendar'
import { OrganiseTown } from '#tenancy/actions/organise_town'
import { closedDays } from '#tenancy/domain/closed_days'
import { inTown } from '#tenancy/town_transaction'
import type { TownFile } from '#start/towns/town_file'

export interface Newcomer {
  email: string
  name: string
  password: string
  roles: OfficerRole[]
  position?: object
  holds?: string[]
  language?: string
}

/**
 * Founds a town from its file with its closed days, bodies, units and first employees, or nothing of it. What it seals
 * with and which procedures it offers come after, as does where its closed days were published, unless `source` says it:
 * usual ones that nobody has confirmed have none. Answers its id.
 */
export async function raiseTown(
  file: TownFile & Required<Pick<TownFile, 'bodies' | 'units'>>,
  {
    years,
    isDefault,
    officers,
    source = '',
  }: { years: number[]; isDefault: boolean; officers: Newcomer[]; source?: string }
): Promise<string> {
  const { bodies, units, region = null, closedDays: given = [], ...town } = file
  const id = uuidv7()
  await inTown(id, async () => {
    await foundTown({
      ...town,
      id,
      isDefault,
      directoryCode: town.directoryCode ?? null,
      timeZone: region === 'ES-CN' ? 'Atlantic/Canary' : 'Europe/Madrid',
      demo: town.demo ?? false,
      hosts: town.hosts ?? [],
    })
    const unitIds = await new OrganiseTown().execute(id, { bodies, units })
    await new LoadCalendar().execute(id, { years, days: closedDays(years, region, given), source })
    for (const officer of officers) unwrap(await new HireOfficer().execute(id, { ...officer, unitIds }))
  })
  return id
}
