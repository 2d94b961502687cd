import { readJsonFile } from '#catalogue/queries/read_json_file'
import type { TownValues } from '#catalogue/types'

/** What a town fills in, by procedure (`resources/schemas/values.json`). */
export interface ValuesFile {
  reason?: string
  procedures: Record<string, TownValues>
}

export const readValuesFile = (path: string) => readJsonFile<ValuesFile>(path, 'values')
