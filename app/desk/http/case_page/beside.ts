import { openPartsOf } from '#cases/queries/choices'
import type { LockedCase } from '#cases/queries/locked_case'
import { sentMessages } from '#cases/queries/messages'
import { relatedCases } from '#cases/queries/related_cases'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import type { CompiledProcedure } from '#catalogue/types'
import type { CaseBeside, OpenPartLine } from '#desk/domain/case_beside'
import { elementWords } from '#desk/http/incident_line'
import type { Speech } from '#desk/http/speech'

interface Reader {
  procedure: CompiledProcedure
  speech: Speech
  roles: string[]
}

/** What may be begun in a case by whoever looks, and what others see of it. */
export async function partsOf(
  caseFile: LockedCase,
  { procedure, speech, roles }: Reader
): Promise<OpenPartLine[]> {
  const name = (element: string) => elementWords(procedure, element, speech)
  return (await openPartsOf(caseFile)).map((part) => ({
    key: part.key,
    name: name(part.element),
    begun: part.begun,
    steps: part.steps.map(({ element, role }) => ({
      ...{ element, name: name(element), role: speech.t(`cases.roles.${role}`) },
      mine: roles.includes(role),
    })),
    closable: !part.busy && part.roles.some((role) => roles.includes(role)),
  }))
}

/** The cases that it has to do with, and what it has told others that nobody came for yet, or ever. */
export async function besideOf(
  municipalityId: string,
  { id: caseId, workflow }: LockedCase,
  speech: Speech
): Promise<CaseBeside> {
  const [related, sent] = await Promise.all([
    relatedCases(municipalityId, caseId),
    sentMessages(municipalityId, caseId),
  ])
  return {
    related: await Promise.all(
      related.map(async ({ id, how, number, slug, digest, state, outcome, key }) => {
        const procedure = await frozenProcedure(digest)
        const ended = outcome && (speech.of(procedure, `outcomes.${outcome}`) ?? outcome)
        return {
          ...{ id, number, how: speech.t(`desk.beside.${how}`) },
          procedure: speech.of(procedure, 'sheet.title') ?? slug,
          state: ended ?? speech.t(`cases.states.${state}`),
          awaited: state === 'open' && workflow.tokens[key ?? '']?.waits === 'call',
        }
      })
    ),
    messages: sent.map(({ id, name, correlation, state, sentAt, expiresAt, caseId: receiver, number }) => ({
      ...{ id, at: speech.moment(sentAt) },
      name: correlation ? `${name} · ${correlation}` : name,
      words: speech.t(`desk.beside.messages.${state}`, { until: speech.moment(expiresAt).text }),
      receiver: receiver === null ? null : { id: receiver, number: number ?? '' },
    })),
  }
}
