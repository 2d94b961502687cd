import type { HttpContext } from '@adonisjs/core/http'
import { CorrectVariables } from '#cases/actions/correct_variables'
import { type CasePage, casePage } from '#cases/queries/case_page'
import { standingDigest } from '#cases/queries/modification'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { notFound } from '#core/http/problem'
import { RecordRead } from '#desk/actions/record_read'
import type { CorrectionPage } from '#desk/domain/correction_page'
import { chosenAs, readVariables } from '#desk/domain/variable_fields'
import { field, idIn } from '#desk/http/asked'
import { chosenKinds, typedVariables, variablesOf } from '#desk/http/case_variables'
import { goTo, say } from '#desk/http/flash'
import { speechOf } from '#desk/http/speech'

/** An administrator corrects what the process of a case knows, with a reason. */
export default class CorrectionsController {
  async show(ctx: HttpContext) {
    return this.#page(ctx, await this.#case(ctx))
  }

  async update(ctx: HttpContext) {
    const { town, officer, response } = ctx
    const found = await this.#case(ctx)
    const { t } = speechOf(ctx)
    const { caseFile } = found
    const read = readVariables(
      await variablesOf(found, speechOf(ctx)),
      typedVariables(ctx),
      caseFile.workflow.variables,
      chosenKinds(ctx)
    )
    const refuse = (fault: string | null, status = 422) => {
      response.status(status)
      return this.#page(ctx, found, { fault })
    }
    if (Object.keys(read.faults).length > 0) return refuse(null)
    const done = await new CorrectVariables().execute({
      ...{ municipalityId: town.id, caseId: caseFile.id, variables: read.variables, at: new Date() },
      ...{ seen: field(ctx, 'seen', 64), reason: field(ctx, 'reason', 1000) },
      actor: { kind: 'officer', id: officer.id },
    })
    if (!done.ok && done.error === 'not_found') throw notFound()
    if (!done.ok)
      return refuse(t(`desk.correction.faults.${done.error}`), done.error === 'changed' ? 409 : 422)
    say(ctx, 'success', t('desk.correction.done'))
    return goTo(ctx, `/desk/cases/${caseFile.id}`)
  }

  async #case({ town, officer, ...ctx }: HttpContext): Promise<CasePage> {
    const [id, at] = [idIn(ctx), new Date()]
    const found = await casePage(town.id, id, at)
    if (!found) throw notFound()
    await new RecordRead().execute(town.id, {
      ...{ action: 'desk.case_read', subject: { kind: 'case_files', id }, at },
      actor: { kind: 'officer', id: officer.id },
    })
    return found
  }

  /** `given`: what was posted is shown again, with what is wrong in it. */
  async #page(ctx: HttpContext, found: CasePage, given?: { fault: string | null }) {
    const speech = speechOf(ctx)
    const { caseFile, summary } = found
    const procedure = await frozenProcedure(caseFile.digest)
    const fields = await variablesOf(found, speech)
    const typed = given ? typedVariables(ctx) : {}
    const chosen = given ? chosenKinds(ctx) : {}
    const { faults } = readVariables(fields, typed, caseFile.workflow.variables, chosen)
    return ctx.inertia.render('desk/correction', {
      case: { id: caseFile.id, number: summary.entryNumber ?? '', subject: caseFile.subject },
      procedure: speech.of(procedure, 'sheet.title') ?? procedure.slug,
      closed: caseFile.state === 'closed',
      fields: fields.map((one) => ({
        ...{ ...one, asked: false, value: typed[one.name] ?? one.value, as: chosenAs(one, chosen) },
        fault: faults[one.name] ? speech.t(`desk.incident.faults.${faults[one.name]!}`) : null,
      })),
      fault: given?.fault ?? null,
      reason: given ? field(ctx, 'reason', 1000) : '',
      seen: standingDigest(caseFile),
      csrf: ctx.request.csrfToken,
    } satisfies CorrectionPage)
  }
}
