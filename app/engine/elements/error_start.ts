import type { Kind } from '#engine/elements/kind'
import { BEGINNING } from '#engine/elements/shared/beginning'
import type { CaughtCode } from '#engine/runtime/hearer'

/** An event subprocess begins by a business error in the scope around it, which it ends. */
export const errorStart: Kind<CaughtCode> = {
  ...BEGINNING,
  name: 'error_start',
  bpmn: 'StartEvent:Error',
  reads: [],
  passive: true,
  compile(reader) {
    if (!reader.inEventSubProcess()) reader.problem('START_ONLY_INSIDE')
    return { code: reader.errorCode(), interrupts: true }
  },
  enter: () => undefined,
}
