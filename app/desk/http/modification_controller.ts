import type { HttpContext } from '@adonisjs/core/http'
import { ModifyCase } from '#cases/actions/modify_case'
import { type CasePage, casePage } from '#cases/queries/case_page'
import { calledInTurn } from '#cases/queries/called_in_turn'
import { lookAhead, standingDigest, standingOf } from '#cases/queries/modification'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { notFound } from '#core/http/problem'
import { RecordRead } from '#desk/actions/record_read'
import type { ModificationPage } from '#desk/domain/modification_page'
import { field, idIn } from '#desk/http/asked'
import { goTo, say } from '#desk/http/flash'
import { elementWords } from '#desk/http/incident_line'
import { aheadWords, calledWords } from '#desk/http/modification_words'
import { speechOf } from '#desk/http/speech'
import type { Option } from '#desk/types'

interface Given {
  typed: ModificationPage['typed']
  faults?: Partial<ModificationPage['faults']>
  ahead?: string[]
  seen?: string
}

const NOTHING = { cancel: [], begin: '', reason: '' }

/** An administrator moves a case by hand: looks at what will come of it first, and does it with a reason. */
export default class ModificationController {
  async show(ctx: HttpContext) {
    return this.#page(ctx, await this.#case(ctx), { typed: NOTHING })
  }

  async update(ctx: HttpContext) {
    const { town, officer, response } = ctx
    const found = await this.#case(ctx)
    const { t } = speechOf(ctx)
    const typed = typedIn(ctx)
    const step = field(ctx, 'step', 20)
    if (step === 'mend') return this.#page(ctx, found, { typed })
    const refuse = (faults: Given['faults'], status = 422) => {
      response.status(status)
      return this.#page(ctx, found, { typed, faults })
    }
    const { cancel, begin, reason } = typed
    const asked = { cancel, activate: begin ? [{ element: begin }] : [] }
    const at = new Date()
    const looked = await lookAhead(town.id, found.caseFile, asked, at)
    if (!looked.ok) return refuse({ what: t(`desk.modification.faults.${looked.error[0]!.code}`) })
    if (reason === '') return refuse({ reason: t('desk.modification.faults.no_reason') })
    if (step !== 'confirmed') {
      const procedure = await frozenProcedure(found.caseFile.digest)
      const speech = speechOf(ctx)
      const called = await calledWords(
        await calledInTurn(town.id, found.caseFile.id, looked.value.calls),
        speech
      )
      return this.#page(ctx, found, { typed, ahead: aheadWords(looked.value, called, procedure, speech) })
    }
    const done = await new ModifyCase().execute({
      ...{ municipalityId: town.id, caseId: found.caseFile.id, ...asked, reason, at },
      seen: field(ctx, 'seen', 64),
      actor: { kind: 'officer', id: officer.id },
    })
    if (!done.ok && done.error === 'not_found') throw notFound()
    if (!done.ok) return refuse({ what: t(`desk.modification.faults.${done.error}`) }, 409)
    say(ctx, 'success', t('desk.modification.done'))
    return goTo(ctx, `/desk/cases/${found.caseFile.id}`)
  }

  async #case(ctx: HttpContext): Promise<CasePage> {
    const { town, officer } = ctx
    const [id, at] = [idIn(ctx), new Date()]
    const found = await casePage(town.id, id, at)
    if (!found) throw notFound()
    await new RecordRead().execute(town.id, {
      action: 'desk.case_read',
      subject: { kind: 'case_files', id },
      actor: { kind: 'officer', id: officer.id },
      at,
    })
    return found
  }

  async #page(ctx: HttpContext, { caseFile, summary }: CasePage, given: Given) {
    const speech = speechOf(ctx)
    const procedure = await frozenProcedure(caseFile.digest)
    const { tokens, places } = await standingOf(caseFile)
    const name = (element: string) => elementWords(procedure, element, speech)
    return ctx.inertia.render('desk/modification', {
      case: { id: caseFile.id, number: summary.entryNumber ?? '', subject: caseFile.subject },
      procedure: speech.of(procedure, 'sheet.title') ?? procedure.slug,
      closed: caseFile.state === 'closed',
      tokens: tokens.map(({ key, element, waits, incident }) => ({
        ...{ key, element, name: name(element), incident },
        words: speech.t(incident ? 'desk.modification.stopped' : `desk.modification.waits.${waits}`),
      })),
      places: distinct(places.map(({ element }) => ({ value: element, label: name(element) }))).sort((a, b) =>
        a.label.localeCompare(b.label, speech.lang)
      ),
      typed: given.typed,
      faults: { what: null, reason: null, ...given.faults },
      ahead: given.ahead ?? null,
      seen: standingDigest(caseFile),
      csrf: ctx.request.csrfToken,
    })
  }
}

/** Those of the same name are told apart by what they are in the drawing. */
function distinct(places: Option[]): Option[] {
  const named = Map.groupBy(places, ({ label }) => label)
  return places.map(({ value, label }) => ({
    value,
    label: named.get(label)!.length > 1 ? `${label} (${value})` : label,
  }))
}

function typedIn(ctx: HttpContext): ModificationPage['typed'] {
  const chosen: unknown = ctx.request.body()['cancel']
  const cancel = (Array.isArray(chosen) ? chosen : [chosen]).filter(
    (key): key is string => typeof key === 'string' && key !== '' && key.length <= 120
  )
  return { cancel, begin: field(ctx, 'begin', 100), reason: field(ctx, 'reason', 1000).trim() }
}
