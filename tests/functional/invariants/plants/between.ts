import { SendMessage } from '#cases/actions/send_message'
import { unwrap } from '#core/result'
import { draw, end, start, user } from '../../../unit/engine/builder.js'
import { drawnProcedure, openDrawn } from '#tests/support/drawn_case'
import { FILED } from '#tests/support/open_case'
import type { OfficeAtWork } from '../office_at_work.js'
import { asApp, asOwner, forget, type Plant } from './plant.js'

const DRAWN = draw('start -> review -> more -> done', {
  start: start(),
  review: user('review'),
  more: user('review'),
  done: end('done'),
})

const opened = async ({ town }: OfficeAtWork) =>
  (await openDrawn(town.id, await drawnProcedure(town.id, 'inspection', DRAWN))).caseId

const sent = async ({ town }: OfficeAtWork) =>
  unwrap(
    await new SendMessage().execute({
      ...{ municipalityId: town.id, key: 'a', name: 'works.finished', payload: {}, at: FILED, moved: true },
      actor: { kind: 'system', id: 'system' },
    })
  )

/** What could go wrong between the cases of a town. */
export const between: Plant[] = [
  {
    title: 'a message that would wait for ever',
    rule: 'I13',
    fault: 'message_without_end',
    async plant(office) {
      const id = await sent(office)
      await forget(office, 'message_expiry', id)
      return id
    },
  },
  {
    title: 'a message that no case says it got',
    rule: 'I13',
    fault: 'message_receivers',
    async plant(office) {
      const id = await sent(office)
      await forget(office, 'message_expiry', id)
      await asApp(
        office,
        `UPDATE messages SET state = 'delivered', case_id = $3, ended_at = now(), payload = NULL WHERE municipality_id = $1 AND id = $2`,
        [id, office.first.caseId]
      )
      return id
    },
  },
  {
    title: 'a number of a case that nobody opened',
    rule: 'I3',
    fault: 'opening_gap',
    async plant(office) {
      await opened(office)
      await asApp(office, `UPDATE opening_counters SET last = last + 1 WHERE municipality_id = $1`)
      return 'openings 2026'
    },
  },
  {
    title: 'a case that was opened ex officio by nothing',
    rule: 'I19',
    fault: 'row_without_act',
    async plant(office) {
      const id = await opened(office)
      await asOwner(office, 'openings', `DELETE FROM openings WHERE municipality_id = $1 AND case_id = $2`, [
        id,
      ])
      return id
    },
  },
  {
    title: 'a case that stands where no arrow led and nobody moved it',
    rule: 'I12',
    fault: 'undeclared_element',
    async plant(office) {
      const id = await opened(office)
      await asOwner(
        office,
        'case_events',
        `UPDATE case_events SET data = data || '{"entered": ["more"], "placed": ["more"]}'
         WHERE municipality_id = $1 AND case_id = $2 AND kind = 'step'`,
        [id]
      )
      return id
    },
  },
]
