import { type Diagnostic, problem } from '#core/diagnostic'
import { instantIn } from '#expressions/index'

/** What is wrong with the options that say what time it is, and where. */
export const oddClock = ({ now, zone = 'UTC' }: { now?: string; zone?: string }): Diagnostic[] => [
  ...(now && !instantIn(now, 'UTC') ? [problem('INSTANT_UNREADABLE', { file: `--now=${now}` })] : []),
  ...(instantIn('2026-01-01T00:00:00Z', zone) ? [] : [problem('ZONE_UNKNOWN', { file: `--zone=${zone}` })]),
]
