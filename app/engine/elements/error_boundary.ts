import type { Kind } from '#engine/elements/kind'

export interface ErrorData {
  /** The error code it takes; null takes any. */
  error: string | null
}

/** Catches a business error of the task or subprocess it sits on, and ends that. */
export const errorBoundary: Kind<ErrorData> = {
  name: 'error_boundary',
  bpmn: 'BoundaryEvent:Error',
  reads: ['attachedToRef'],
  passive: true,
  compile: (reader) => ({ error: reader.errorCode() }),
  // it is looked for when an error is thrown; no token ever comes to it
  enter: () => undefined,
}
