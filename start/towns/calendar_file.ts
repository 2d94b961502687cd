import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { readJsonFile } from '#catalogue/queries/read_json_file'
import { type Diagnostic, problem } from '#core/diagnostic'
import { type Result, err, ok } from '#core/result'
import { isPartial, listProblems, readList, withList } from '#deadlines/index'
import { closedDays, type ClosedDay } from '#tenancy/domain/closed_days'

/** What a bulletin publishes of a year (`resources/schemas/calendar.json`). */
interface CalendarFile {
  source: string
  region?: string
  complete?: boolean
  closedDays: ClosedDay[]
}

export interface YearOfFile {
  days: ClosedDay[]
  /** Null where the file does not say it. */
  source: string | null
  /** Whether the usual days of the region stand beside those of the file. */
  usual: boolean
  /** Whether it says nothing of the days of the State. */
  partial?: boolean
}

interface Around {
  year: number
  /** Whose usual days count, unless the file says otherwise. */
  region: string | null
  /** The year as it stands. */
  now: ClosedDay[]
}

/** A year's closed days from a file: a list or a calendar as it was published, or JSON. */
export const readCalendarFile = (path: string, around: Around): Promise<Result<YearOfFile, Diagnostic[]>> =>
  ['.csv', '.ics', '.txt'].includes(extname(path).toLowerCase())
    ? published(path, around)
    : json(path, around)

async function json(path: string, { year, region }: Around): Promise<Result<YearOfFile, Diagnostic[]>> {
  const read = await readJsonFile<CalendarFile>(path, 'calendar')
  if (!read.ok) return read
  const { closedDays: given, complete = false, source } = read.value
  const days = closedDays([year], read.value.region ?? region, given, complete ? 'given' : 'usual')
  return ok({ days, source, usual: !complete })
}

async function published(
  path: string,
  { year, region, now }: Around
): Promise<Result<YearOfFile, Diagnostic[]>> {
  const file = basename(path)
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return err([problem('FILE_MISSING', { file, params: { file } })])
  const usual = closedDays([year], region)
  const read = readList(text, { year, usual, otherwise: 'local' })
  return read.faults.length > 0
    ? err(listProblems(read.faults, file))
    : ok({
        days: withList(now, read, usual) as ClosedDay[],
        source: null,
        usual: false,
        partial: isPartial(read),
      })
}
