import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import app from '@adonisjs/core/services/app'
import { readJsonFile } from '#catalogue/queries/read_json_file'
import { problem, type Diagnostic } from '#core/diagnostic'
import { err, ok, type Result } from '#core/result'
import type { GivenBody, GivenUnit } from '#tenancy/actions/organise_town'
import type { ClosedDay } from '#tenancy/domain/closed_days'
import type { Language, TownSettings } from '#tenancy/types'

/** What a town is founded from (`resources/schemas/town.json`); those of the demo lie in `resources/towns`. */
export interface TownFile {
  slug: string
  name: string
  population: number
  demo?: boolean
  ineCode: string
  taxNumber: string
  directoryCode?: string
  languages: Language[]
  region?: string
  closedDays?: ClosedDay[]
  hosts?: string[]
  bodies?: GivenBody[]
  units?: GivenUnit[]
  settings: TownSettings
}

/** Reads the file of a town, or tells what is wrong with it and where. */
export async function readTownFile(path: string): Promise<Result<TownFile, Diagnostic[]>> {
  const file = basename(path)
  const read = await readJsonFile<TownFile & { $schema?: string }>(path, 'town')
  if (!read.ok) return read
  const { $schema: _schema, ...town } = read.value
  const lost = (['logo', 'print'] as const).filter((name) => !existsSync(app.makePath(town.settings[name])))
  if (lost.length > 0)
    return err(
      lost.map((name) =>
        problem('FILE_MISSING', { file, pointer: `/settings/${name}`, params: { file: town.settings[name] } })
      )
    )
  return ok(town)
}
