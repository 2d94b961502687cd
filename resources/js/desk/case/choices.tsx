import { router } from '@inertiajs/react'
import { Button } from 'react-aria-components'
import type { CasePageProps } from '#desk/types'
import { useTexts } from '../texts.js'

/** What may be begun, step by step, by whoever handles it. */
export const Choices = ({ parts, line }: Pick<CasePageProps, 'parts' | 'line'>) =>
  parts.map((part) => <Part key={part.key} part={part} caseId={line.id} />)

function Part({ part, caseId }: { part: CasePageProps['parts'][number]; caseId: string }) {
  const t = useTexts()
  const { key, name, begun, steps, closable } = part
  const post = (element: string) =>
    router.post(
      `/desk/cases/${caseId}/choices`,
      { key, element, begun: String(begun) },
      { preserveScroll: true }
    )
  return (
    <section className="desk-panel" aria-label={name}>
      <h2>{name}</h2>
      <p className="desk-hint">{t('beside.choose')}</p>
      <ul className="desk-list">
        {steps.map((step) => (
          <li key={step.element}>
            {step.mine ? (
              <Button className="desk-button" onPress={() => post(step.element)}>
                {t('beside.begin', { name: step.name })}
              </Button>
            ) : (
              <>
                <strong>{step.name}</strong>
                <small className="desk-under">{t('case.role', { role: step.role })}</small>
              </>
            )}
          </li>
        ))}
      </ul>
      {closable && (
        <Button className="desk-button" onPress={() => post('')}>
          {t('beside.close', { name })}
        </Button>
      )}
    </section>
  )
}
