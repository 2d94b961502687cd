import type { CasePageProps } from '#desk/types'
import { Facts } from '../facts.js'
import { useTexts } from '../texts.js'

/** What was asked and answered: the filing first, then each task. */
export function Answers({ answers }: Pick<CasePageProps, 'answers'>) {
  const t = useTexts()
  return answers.map(({ title, rows }) => (
    <section key={title}>
      <h3>{title}</h3>
      <Facts facts={rows} none={t('case.unanswered')} />
    </section>
  ))
}
