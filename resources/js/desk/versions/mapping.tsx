import type { VersionPlanPage } from '#desk/domain/versions_page'
import { DeskTable } from '../desk_table.js'
import { Options } from '../options.js'
import { useTexts } from '../texts.js'

type Row = VersionPlanPage['rows'][number]
type Given = Pick<VersionPlanPage, 'rows' | 'targets'>

/** Where each element goes on: what needs a decision in sight, what goes on as it was behind. */
export function Mapping({ rows, targets }: Given) {
  const t = useTexts()
  const [decided, same] = [rows.filter((row) => !row.same), rows.filter((row) => row.same)]
  return (
    <>
      {decided.length > 0 ? (
        <Table label={t('versions.mapping')} rows={decided} targets={targets} />
      ) : (
        <p>{t('versions.allSame')}</p>
      )}
      <details className="desk-fold">
        <summary>{t('versions.same', { count: same.length })}</summary>
        <Table label={t('versions.same', { count: same.length })} rows={same} targets={targets} />
      </details>
    </>
  )
}

function Table({ label, rows, targets }: { label: string } & Given) {
  const t = useTexts()
  return (
    <DeskTable
      label={label}
      columns={['element', 'choice'].map((id) => ({ id, name: t(`versions.columns.${id}`) }))}
      rows={rows.map((row) => ({
        id: row.element,
        cells: [
          <span>
            <strong id={`name.${row.element}`}>{row.name}</strong>
            {row.name !== row.element && <small className="desk-under desk-code">{row.element}</small>}
            {row.waits && row.waits.cases > 0 && (
              <small className="desk-under">{t('versions.waits', row.waits)}</small>
            )}
          </span>,
          <Choice row={row} targets={targets} />,
        ],
      }))}
    />
  )
}

function Choice({ row, targets }: { row: Row } & Pick<Given, 'targets'>) {
  const t = useTexts()
  const named = ({ id, name }: Given['targets'][number]) => (name === id ? id : `${name} (${id})`)
  const alike = targets.filter(({ kind }) => kind === row.kind)
  const others = targets.filter(({ begins, scope }) => begins && scope === row.scope)
  return (
    <select
      id={`elements.${row.element}`}
      name={`elements[${row.element}]`}
      className="desk-input"
      defaultValue={row.choice}
      aria-label={t('versions.choiceOf', { name: row.name })}
    >
      <option value="">{t('versions.choice.stays')}</option>
      <option value="none">{t('versions.choice.givenUp')}</option>
      {alike.length > 0 && (
        <optgroup label={t('versions.choice.to')}>
          <Options options={alike.map((one) => ({ value: `to:${one.id}`, label: named(one) }))} />
        </optgroup>
      )}
      {others.length > 0 && (
        <optgroup label={t('versions.choice.begin')}>
          <Options
            options={others.map((one) => ({
              value: `begin:${one.id}`,
              label: t('versions.choice.begins', { name: named(one) }),
            }))}
          />
        </optgroup>
      )}
    </select>
  )
}
