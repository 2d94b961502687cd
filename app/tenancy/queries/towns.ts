import db from '@adonisjs/lucid/services/db'
import { hear } from '#core/link/link'
import type { Town } from '#tenancy/types'

const SELECT = `
  SELECT m.id, m.slug, m.name, m.ine_code AS "ineCode", m.directory_code AS "directoryCode",
         m.tax_number AS "taxNumber", m.population, m.time_zone AS "timeZone", m.languages, m.demo,
         m.is_default AS "isDefault", m.settings,
         coalesce((SELECT array_agg(h.host ORDER BY h.host) FROM municipality_hosts h WHERE h.municipality_id = m.id), '{}') AS hosts
  FROM municipalities m`

const KEPT_MS = 10_000
let kept: { at: number; towns: Promise<Town[]> } | null = null

async function load(): Promise<Town[]> {
  const { rows } = await db.rawQuery(`${SELECT} ORDER BY m.population DESC`)
  return rows
}

/** Every town of the installation, the largest first. Kept for ten seconds a process, or until told otherwise. */
export function towns(): Promise<Town[]> {
  if (!kept || Date.now() - kept.at > KEPT_MS) {
    const loading = load()
    kept = { at: Date.now(), towns: loading }
    loading.catch(() => (kept = null))
  }
  return kept.towns
}

/** A town was founded or changed; told to every process. */
export const TOWNS_CHANGED = 'tenancy.towns_changed'

hear(TOWNS_CHANGED, () => forgetTowns())

/** Forgets what this process keeps. */
export const forgetTowns = () => void (kept = null)

export const townById = async (id: string): Promise<Town | null> =>
  (await towns()).find((town) => town.id === id) ?? null

/** The town that answers on a host; on a plain local address, the default town. */
export async function townByHost(host: string): Promise<Town | null> {
  const name = host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')
  const all = await towns()
  const owner = all.find((town) => town.hosts.includes(name))
  if (owner) return owner
  if (['localhost', '127.0.0.1', '[::1]'].includes(name)) return all.find((town) => town.isDefault) ?? null
  const [first, ...rest] = name.split('.')
  return rest.join('.') === 'localhost' ? (all.find((town) => town.slug === first) ?? null) : null
}
