import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataFolder } from '#start/doctor/data_folder'
import { warns, well, type Finding } from '#start/doctor/finding'

const OLD_HOURS = 48

/** What `npm run backup` leaves behind. */
export async function lookAtBackups(at: Date): Promise<Finding[]> {
  const note = await readFile(join(dataFolder(), 'last_backup.json'), 'utf8').catch(() => null)
  if (!note) return [warns('Backup', 'none was made', 'Make one every day: npm run backup -- <folder>')]
  const last: { at: string; file: string; whole: boolean } = JSON.parse(note)
  const hours = Math.floor((at.getTime() - Date.parse(last.at)) / 3_600_000)
  const said = `${last.file}, ${hours} hours ago`
  if (!last.whole)
    return [
      warns(
        'Backup',
        `${said}, lacks files that the database names, or has spoilt ones`,
        'See node ace verify (I8).'
      ),
    ]
  return hours > OLD_HOURS
    ? [warns('Backup', said, 'Make one every day: npm run backup -- <folder>')]
    : [well('Backup', said)]
}
