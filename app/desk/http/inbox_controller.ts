import type { HttpContext } from '@adonisjs/core/http'
import { inbox, type InboxFilter } from '#cases/queries/inbox'
import { COUNT_CAP, inboxCounts } from '#cases/queries/inbox_counts'
import { choiceIn, wordAs } from '#core/http/asked'
import { readCursor, writeCursor } from '#desk/domain/cursor'
import { caseLines } from '#desk/http/case_line'
import {
  officerChoices,
  type PhaseChoice,
  phaseChoices,
  procedureChoices,
  unitChoices,
} from '#desk/http/choices'
import { speechOf } from '#desk/http/speech'
import type { Option } from '#desk/types'

const PATH = '/desk/inbox'
const VIEWS = ['open', 'mine', 'soon', 'overdue'] as const

interface Chosen {
  view: (typeof VIEWS)[number]
  unit: string
  procedure: string
  phase: string
}

/** The open cases of a town by their legal date. What is chosen stays in the address. */
export default class InboxController {
  async show(ctx: HttpContext) {
    const { town, officer, inertia } = ctx
    const at = new Date()
    const speech = speechOf(ctx)
    const [procedures, units] = await Promise.all([
      procedureChoices(town.id, speech),
      unitChoices(town.id, speech),
    ])
    const asked = this.asked(ctx, { procedures, units })
    const phases = await phaseChoices(town.id, asked.procedure, speech)
    const phase = wordAs(ctx, 'phase', 'E_NO_CHOICE', (text) =>
      phases.find(({ carriers }) => carriers.includes(text))
    )
    const chosen = { ...asked, phase: phase?.value ?? '' }
    const after = wordAs(ctx, 'after', 'E_NO_PLACE', readCursor)
    const [page, counts] = await Promise.all([
      inbox(town.id, this.filterOf(chosen, phase, officer.id), { after, at }),
      inboxCounts(town.id, officer.id, at),
    ])
    return inertia.render('desk/inbox', {
      views: VIEWS.map((name) => ({
        name,
        href: this.href({ ...chosen, view: name }),
        count: counts[name] >= COUNT_CAP ? `${COUNT_CAP - 1}+` : String(counts[name]),
        current: name === chosen.view,
      })),
      filter: chosen,
      procedures,
      phases: phases.map(({ value, label, group }) => ({ value, label, group })),
      units,
      officers: await officerChoices(town.id),
      cases: await caseLines(town.id, page.cases, speech),
      next: page.next && this.href(chosen, writeCursor(page.next)),
      first: after && this.href(chosen),
    })
  }

  private asked(
    ctx: HttpContext,
    { procedures, units }: Record<'procedures' | 'units', Option[]>
  ): Omit<Chosen, 'phase'> {
    const values = (options: Option[]) => options.map(({ value }) => value)
    return {
      view: choiceIn(ctx, 'view', VIEWS) ?? 'open',
      unit: choiceIn(ctx, 'unit', values(units)) ?? '',
      procedure: choiceIn(ctx, 'procedure', values(procedures)) ?? '',
    }
  }

  private filterOf(
    { view, unit, procedure }: Chosen,
    phase: PhaseChoice | null,
    officerId: string
  ): InboxFilter {
    return {
      assignedTo: view === 'mine' ? officerId : undefined,
      overdue: view === 'overdue',
      soon: view === 'soon',
      unitId: unit || undefined,
      slug: procedure || undefined,
      phases: phase?.carriers,
    }
  }

  private href(chosen: Chosen, after = ''): string {
    const asked = Object.entries({ ...chosen, after }).filter(
      ([name, value]) => value && !(name === 'view' && value === 'open')
    )
    return asked.length ? `${PATH}?${new URLSearchParams(asked)}` : PATH
  }
}
