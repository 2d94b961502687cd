import { awaitedMessages, keptMessages } from '#cases/queries/message_traffic'
import type { MessageLines } from '#desk/domain/incidents_page'
import { elementWords, procedureOf } from '#desk/http/incident_line'
import type { Speech } from '#desk/http/speech'

const SHOWN = 50

/** What cases wait to be told, and what was told and nobody has come for. */
export async function messageLines(municipalityId: string, speech: Speech): Promise<MessageLines> {
  const [awaited, kept] = await Promise.all([
    awaitedMessages(municipalityId, SHOWN),
    keptMessages(municipalityId, SHOWN),
  ])
  const addressed = (name: string, about: string) => (about ? `${name} · ${about}` : name)
  return {
    awaited: await Promise.all(
      awaited.map(async ({ name, correlation, caseId, number, digest, element, since }) => ({
        id: `${caseId} ${element} ${name}`,
        name: addressed(name, correlation),
        case: { id: caseId, number: number ?? '' },
        element: elementWords(await procedureOf({ digest }), element, speech),
        since: since && speech.moment(since),
      }))
    ),
    kept: kept.map(({ id, name, correlation, caseId, number, sentAt, expiresAt }) => ({
      ...{ id, name: addressed(name, correlation) },
      case: caseId === null ? null : { id: caseId, number: number ?? '' },
      ...{ sentAt: speech.moment(sentAt), expiresAt: speech.moment(expiresAt) },
    })),
  }
}
