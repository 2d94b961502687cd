import type { Kind } from '#engine/elements/kind'
import { type SubProcessData, subProcess } from '#engine/elements/sub_process'

/** A subprocess that may be cancelled: what was done in it is undone, then its cancel event goes on. */
export const transaction: Kind<SubProcessData> = {
  ...subProcess,
  name: 'transaction',
  bpmn: 'Transaction',
  reads: [...subProcess.reads, 'method'],
  compile(reader) {
    // the one way there is: by the handlers of what was done
    if (!['##Compensate', null].includes(reader.text('method')))
      reader.problem('REFUSED_PROPERTY', { property: 'method' })
    return subProcess.compile(reader)
  },
}
