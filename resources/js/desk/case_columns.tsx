import { createColumnHelper, rowSelectionFeature, tableFeatures } from '@tanstack/react-table'
import { Link } from '@inertiajs/react'
import type { CaseLine } from '#desk/types'
import { DueDate } from './due.js'
import type { Texts } from './texts.js'
import { Tick } from './tick.js'

export const features = tableFeatures({ rowSelectionFeature })
const helper = createColumnHelper<typeof features, CaseLine>()

/** The columns of a list of cases; with `selectable`, a box before each. */
export const caseColumns = (t: Texts, selectable: boolean) =>
  helper.columns([
    ...(selectable ? [selection(t)] : []),
    helper.display({
      id: 'case',
      header: t('table.case'),
      cell: ({ row: { original } }) => (
        <>
          <Link href={`/desk/cases/${original.id}`} className="desk-case-link">
            <span className="desk-number">{original.number}</span>
            {original.subject && <span className="desk-case-link__subject">{original.subject}</span>}
          </Link>
          {original.incident && <span className="desk-tag desk-tag--danger">{t('table.incident')}</span>}
        </>
      ),
    }),
    helper.accessor('applicant', { header: t('table.applicant') }),
    helper.display({
      id: 'phase',
      header: t('table.phase'),
      cell: ({ row: { original } }) => (
        <>
          {original.closed ? (original.outcome ?? original.phase) : original.phase}
          <small className="desk-under">{original.procedure}</small>
        </>
      ),
    }),
    helper.display({
      id: 'due',
      header: t('table.due'),
      cell: ({ row: { original } }) => <DueDate due={original.due} />,
    }),
    helper.display({
      id: 'todo',
      header: t('table.todo'),
      cell: ({ row: { original } }) => original.todo.join(' · ') || t('table.nothing'),
    }),
    helper.display({
      id: 'assignee',
      header: t('table.assignee'),
      cell: ({ row: { original } }) => (
        <>
          {original.assignee ?? <span className="desk-quiet">{t('table.nobody')}</span>}
          {original.unit && <small className="desk-under">{original.unit}</small>}
        </>
      ),
    }),
  ])

const selection = (t: Texts) =>
  helper.display({
    id: 'selection',
    header: ({ table }) => (
      <Tick
        name={t('table.selectAll')}
        shown={t('table.selectAll')}
        ticked={table.getIsAllRowsSelected()}
        some={table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected()}
        onTick={(ticked) => table.toggleAllRowsSelected(ticked)}
      />
    ),
    cell: ({ row }) => (
      <Tick
        name={t('table.select', { number: row.original.number })}
        ticked={row.getIsSelected()}
        onTick={(ticked) => row.toggleSelected(ticked)}
      />
    ),
  })
