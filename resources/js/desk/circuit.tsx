import type { CircuitLine } from '#desk/domain/circuit'
import { useTexts } from './texts.js'
import { SIGNING_TONES } from './tones.js'

/** Who has signed a document, whose turn it is, and who comes after. */
export function Circuit({ circuit }: { circuit: CircuitLine }) {
  const t = useTexts()
  return (
    <>
      <ol className="desk-circuit">
        {circuit.steps.map(({ label, reason, state, words }, at) => (
          <li key={at}>
            <span className={`desk-tag desk-tag--${SIGNING_TONES[state] ?? 'quiet'}`}>
              {t(`signatures.marks.${state}`)}
            </span>{' '}
            <strong>{label}</strong>
            <small className="desk-under">{reason}</small>
            <span className="desk-under">{words}</span>
          </li>
        ))}
      </ol>
      {circuit.refused && <p className="desk-flash desk-flash--danger">{circuit.refused}</p>}
    </>
  )
}
