import type { Kind } from '#engine/elements/kind'
import type { CaughtCode } from '#engine/runtime/hearer'

/** Catches a business error of the task or subprocess it sits on, and ends that. */
export const errorBoundary: Kind<CaughtCode> = {
  name: 'error_boundary',
  bpmn: 'BoundaryEvent:Error',
  reads: ['attachedToRef'],
  passive: true,
  compile: (reader) => ({ code: reader.errorCode(), interrupts: true }),
  // it is looked for when an error is thrown; no token ever comes to it
  enter: () => undefined,
}
