import { AcceptNotification } from '#notifications/actions/accept_notification'
import { notificationsOfCase } from '#notifications/queries/notifications'
import { unwrap } from '#core/result'
import { FILED, REQUIRE, answerTask, openCase, openTask, type OpenCase } from '#tests/support/open_case'
import { settle } from '#tests/support/worker'

export interface RequiredCase extends OpenCase {
  /** The task of the citizen. */
  taskId: string
}

/** A case in which the office asks for a correction, notified and opened (Law 39/2015, art. 68). */
export async function requiredCase(at = FILED): Promise<RequiredCase> {
  const open = await openCase({ at })
  const { town, caseId } = open
  unwrap(await answerTask(open, 'review', REQUIRE, { at }))
  await settle(town.id, at)
  const [notification] = await notificationsOfCase(town.id, caseId)
  const { id, identifier } = town.person
  const opened = await new AcceptNotification().execute({
    municipalityId: town.id,
    notificationId: notification!.id,
    addressee: { personId: id, identifier, level: 'substantial', method: 'demo' },
    at,
    moved: true,
  })
  unwrap(opened)
  await settle(town.id, at)
  return { ...open, taskId: (await openTask(open, 'correction'))!.id }
}
