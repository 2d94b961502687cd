import type { Fact } from '#desk/types'

/** Names and what they are; `none` stands for what was left open. */
export function Facts({ facts, none }: { facts: Fact[]; none: string }) {
  return (
    <dl className="desk-facts">
      {facts.map(({ label, lines }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {lines.length === 0 ? (
              <span className="desk-quiet">{none}</span>
            ) : (
              lines.map((line, index) => <p key={index}>{line}</p>)
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
