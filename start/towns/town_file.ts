import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import app from '@adonisjs/core/services/app'
import { checkSchema } from '#catalogue/index'
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
  let value: TownFile & { $schema?: string }
  try {
    value = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    if ((error as { code?: string }).code) return err([problem('FILE_MISSING', { file, params: { file } })])
    return err([problem('JSON_SYNTAX', { file })])
  }
  const found = checkSchema('town', file, value)
  if (found.length > 0) return err(found)
  const { $schema: _schema, ...town } = value
  const lost = (['logo', 'print'] as const).filter((name) => !existsSync(app.makePath(town.settings[name])))
  if (lost.length > 0)
    return err(
      lost.map((name) =>
        problem('FILE_MISSING', { file, pointer: `/settings/${name}`, params: { file: town.settings[name] } })
      )
    )
  return ok(town)
}
