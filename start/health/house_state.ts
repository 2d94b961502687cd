import { readdirSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { Kept } from '#core/kept'

/** How the whole house stands, as its database tells. */
export interface HouseState {
  askedAt: Date
  /** Migrations of this version that the database has not seen. */
  pending: string[]
  partitionsUntil: number
  workerSeenAt: Date | null
  jobsDue: number
  oldestDueAt: Date | null
  incidentsOpen: number
  /** Towns without the closed days of this year, in December of the next, or of one through which an open term to resolve runs. */
  calendarsLacking: number
}

const KEPT_MS = 1000
const PATIENCE_MS = 2000

const FOLDER = 'database/migrations'

export const migrationsWritten = (): string[] =>
  readdirSync(app.makePath(FOLDER))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${FOLDER}/${name.replace(/\.ts$/, '')}`)
    .sort()

let written: string[] | null = null

const STATE = `
SELECT asked_at AS "askedAt", migrations, partitions_until AS "partitionsUntil", worker_seen_at AS "workerSeenAt",
       jobs_due AS "jobsDue", oldest_due_at AS "oldestDueAt", incidents_open AS "incidentsOpen",
       calendars_lacking AS "calendarsLacking" FROM state_of_the_house()`

async function read(): Promise<HouseState> {
  const { rows } = await db.rawQuery(STATE)
  const { migrations, ...state } = rows[0]
  const seen = new Set<string>(migrations)
  return { ...state, pending: (written ??= migrationsWritten()).filter((name) => !seen.has(name)) }
}

/** One question a second, whoever asks: a door that is open to all must cost nothing. */
const states = new Kept<HouseState>(KEPT_MS, read)

/**
 * @throws what the database answers, or that it doesn't within two seconds
 */
export async function houseState(): Promise<HouseState> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('the database does not answer in time')), PATIENCE_MS).unref()
  )
  return Promise.race([states.of('house'), late])
}
