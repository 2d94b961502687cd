/**
 * The floor: bare Node, the same rows, the same stamped and signed receipt, and nothing else. `FLOOR_BATCH=1`
 * commits each filing alone (F1); otherwise what waits is committed together (F2).
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { Pool } from 'pg'
import { fixedImprint } from '#documents/domain/make_imprint'
import { Stamp } from '#documents/stamp/stamp'
import { Batcher } from '#filings/registrar/batcher'
import { FloorRows, type FloorFiling } from '#tests/bench/floor/rows'
import type { FloorFacts } from '#tests/bench/floor/tables'
import { writeFloor } from '#tests/bench/floor/write'
import { letterhead, receiptJob, signer, VERIFY, writingIn } from '../../unit/documents/support.js'

const { towns, pattern, key, kept }: FloorFacts = JSON.parse(readFileSync(process.env.FLOOR_FACTS!, 'utf8'))
const rows = new FloorRows(pattern, key, kept)
const pool = new Pool({ connectionString: process.env.DATABASE_ADMIN_URL, max: 12 })
const stamp = new Stamp({ letterhead, language: 'es', imprint: fixedImprint(VERIFY, writingIn('es')) })

const together = new Batcher<FloorFiling, number>(async (town, filings) => {
  const first = await writeFloor(pool, town, filings, rows.columns)
  return filings.map((_, i) => first + i)
})
const alone = (town: string, filing: FloorFiling) => writeFloor(pool, town, [filing], rows.columns)
const write = process.env.FLOOR_BATCH === '1' ? alone : together.submit.bind(together)

createServer(async (request, response) => {
  const town = towns[request.headers.host!]!
  const draftId = request.url!.split('/')[2]!
  for await (const _chunk of request);
  const filing = rows.of(draftId)
  const number = await write(town.id, filing)
  const entryNumber = `2026-E-RE-${String(number).padStart(6, '0')}`
  await stamp.press(receiptJob({ entryNumber, attachments: [] }), signer)
  response.writeHead(303, { location: `/filings/${draftId}/receipt`, 'content-length': 0 }).end()
}).listen(Number(process.env.PORT), process.env.HOST)

process.once('SIGTERM', () => process.exit(0))
