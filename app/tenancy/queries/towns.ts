import db from '@adonisjs/lucid/services/db'
import { hear } from '#core/link/link'
import { namesTheHouse } from '#tenancy/queries/names_of_the_house'
import type { Town } from '#tenancy/types'

const SELECT = `
  SELECT m.id, m.slug, m.name, m.ine_code AS "ineCode", m.directory_code AS "directoryCode",
         m.tax_number AS "taxNumber", m.population, m.time_zone AS "timeZone", m.languages, m.demo,
         m.is_default AS "isDefault", m.settings,
         coalesce((SELECT array_agg(h.host ORDER BY h.host) FROM municipality_hosts h WHERE h.municipality_id = m.id), '{}') AS hosts
  FROM municipalities m`

const KEPT_MS = 10_000

/** Every town, found by what is asked for: of thousands, none is looked for one by one. */
interface Directory {
  all: Town[]
  byId: Map<string, Town>
  byHost: Map<string, Town>
  bySlug: Map<string, Town>
  main: Town | null
}

let kept: { at: number; directory: Promise<Directory> } | null = null

async function load(): Promise<Directory> {
  const { rows: all } = await db.rawQuery<{ rows: Town[] }>(`${SELECT} ORDER BY m.population DESC`)
  return {
    all,
    byId: new Map(all.map((town) => [town.id, town])),
    byHost: new Map(all.flatMap((town) => town.hosts.map((host) => [host, town] as const))),
    bySlug: new Map(all.map((town) => [town.slug, town])),
    main: all.find((town) => town.isDefault) ?? null,
  }
}

function directory(): Promise<Directory> {
  if (!kept || Date.now() - kept.at > KEPT_MS) {
    const loading = load()
    kept = { at: Date.now(), directory: loading }
    loading.catch(() => (kept = null))
  }
  return kept.directory
}

/** Every town of the installation, the largest first. Kept for ten seconds a process, or until told otherwise. */
export const towns = async (): Promise<Town[]> => (await directory()).all

/** A town was founded or changed; told to every process. */
export const TOWNS_CHANGED = 'tenancy.towns_changed'

hear(TOWNS_CHANGED, () => forgetTowns())

/** Forgets what this process keeps. */
export const forgetTowns = () => void (kept = null)

export const townById = async (id: string): Promise<Town | null> => (await directory()).byId.get(id) ?? null

/** The town that answers on a host; on an address that names the installation and no town, the default one. */
export async function townByHost(host: string): Promise<Town | null> {
  const name = host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')
  const { byHost, bySlug, main } = await directory()
  const owner = byHost.get(name)
  if (owner) return owner
  if (namesTheHouse(name)) return main
  const [first = '', ...rest] = name.split('.')
  return rest.join('.') === 'localhost' ? (bySlug.get(first) ?? null) : null
}
