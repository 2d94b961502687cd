import type { FeeFault } from '#fees/types'

/** Ends a reckoning, from however deep; whoever asked for it is answered the fault. */
export class Unreckoned extends Error {
  constructor(readonly fault: FeeFault) {
    super(fault.code)
  }
}

export const stop = (code: FeeFault['code'], at: string, params: FeeFault['params'] = {}): never => {
  throw new Unreckoned({ code, at, params })
}
