import { unwrap } from '#core/result'
import { StartDraft } from '#filings/actions/start_draft'
import { SaveAnswers } from '#filings/actions/save_answers'
import { documentsOfFiling } from '#documents/queries/documents'
import { uuidv7 } from '#core/ids'
import { inTown } from '#tenancy/town_transaction'
import { fileAt } from '#tests/support/moved_filing'
import { signedIn, type CitizenVisitor } from '#tests/support/citizen_visitor'
import { atTheDesk, type DeskVisitor } from '#tests/support/desk_visitor'
import { goodAnswers, openOffice, type OpenOffice } from '#tests/support/filing'
import { orderFor } from '#tests/support/payments'
import { plantedIncident } from '#tests/support/planted_incident'
import { requestIn } from '#tests/support/signatures'
import { settle } from '#tests/support/worker'
import type { Route } from './routes.js'

/** A town at work with somebody at each side of the window, and things of theirs to aim at. */
export interface World {
  office: OpenOffice
  citizen: CitizenVisitor
  officer: DeskVisitor
}

/** What a town has, by the name of the parameter and the place it stands in. */
export interface Things {
  draft: string
  page: string
  filing: string
  case: string
  task: string
  document: string
  notification: string
  payment: string
  signature: string
  notice: string
  upload: string
  incident: string
  code: string
  slug: string
}

export async function openWorld(): Promise<World> {
  const office = await openOffice({ demo: true })
  const citizen = await signedIn(office.test)
  const officer = await atTheDesk(office.test, office.test.officer)
  return { office, citizen, officer }
}

/** Fresh things of the citizen: a draft, a filed case with its documents, and a notification that waits. */
export async function freshThings({ office }: World): Promise<Things> {
  const { town, test, procedure } = office
  const at = new Date()
  const common = { municipalityId: town.id, personId: test.person.id, at }
  const draft = unwrap(
    await new StartDraft().execute({
      ...common,
      slug: procedure.slug,
      digest: procedure.digest,
      language: 'en',
    })
  )
  await new SaveAnswers().execute({ ...common, draftId: draft, version: 1, answers: goodAnswers(office) })
  const { filingId, caseId } = await fileAt(office, procedure, { answers: goodAnswers(office), at })
  await settle(town.id, at)
  const [receipt] = await documentsOfFiling(town.id, filingId)
  const first = async (table: string, where = '') => {
    const [row] = await inTown(town.id, (trx) =>
      trx.rows<{ id: string }>(
        `SELECT id FROM ${table} WHERE municipality_id = $1 ${where} ORDER BY id DESC LIMIT 1`,
        [town.id]
      )
    )
    return row?.id ?? uuidv7()
  }
  const form = procedure.forms[procedure.sheet.submissionForm]!
  return {
    draft,
    page: form.pages.find(({ fields }) => fields.some((name) => form.fields[name]?.kind === 'upload'))!.id,
    filing: filingId,
    case: caseId,
    task: await first('tasks', `AND case_id = '${caseId}'`),
    document: receipt!.id,
    notification: await first('notifications'),
    payment: (await orderFor(test)).id,
    signature: (await requestIn(test)).request.id,
    notice: await first('notices'),
    upload: await first('uploads'),
    incident: await plantedIncident(town.id, caseId),
    code: receipt!.code!,
    slug: procedure.slug,
  }
}

/** The parameters of a route that lead to somebody's own things; what is not known here is an id of nothing. */
export function paramsOf({ pattern, params }: Route, things: Things): Record<string, string> {
  const id = () => {
    if (pattern.includes('/cases/')) return things.case
    if (pattern.includes('/tasks/')) return things.task
    if (pattern.includes('/letters/')) return things.notification
    if (pattern.includes('/notifications/')) return things.notification
    if (pattern.includes('/payments/')) return things.payment
    if (pattern.includes('/signatures/')) return things.signature
    if (pattern.includes('/notices/')) return things.notice
    if (pattern.includes('/incidents/')) return things.incident
    if (pattern.includes('/documents/')) return things.document
    return pattern.endsWith('/receipt') ? things.filing : things.draft
  }
  const known: Record<string, string> = {
    id: id(),
    slug: things.slug,
    page: things.page,
    task: things.task,
    upload: things.upload,
    code: things.code,
    driver: 'demo',
    gateway: 'demo',
    format: 'json',
  }
  return Object.fromEntries(params.map((name) => [name, known[name] ?? uuidv7()]))
}
