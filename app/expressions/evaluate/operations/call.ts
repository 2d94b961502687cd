import { conform } from '#expressions/builtins/conform'
import { waysOf } from '#expressions/builtins/index'
import type { Link } from '#expressions/evaluate/run'
import { kindOf } from '#expressions/values/value'

/** The first signature that the arguments fit runs; a result of null is told, unless null is an answer. */
export const call: Link<'call'> = ({ name, args, labels, at }, link) => {
  const runs = args.map(link)
  const signatures = waysOf(name, labels)
  return (frame, session) => {
    const values = runs.map((run) => run(frame, session))
    values.forEach((value) => session.weigh(value))
    for (const signature of signatures) {
      const fitting = conform(values, signature)
      if (!fitting) continue
      const told = session.warnings.length
      const result = signature.run(fitting, session, at)
      if (Array.isArray(result)) session.allowList(result.length)
      session.weigh(result)
      const unexplained = result === null && !signature.mayBeNull && session.warnings.length === told
      return unexplained ? session.nothing('NO_RESULT', at, { name }) : result
    }
    return session.nothing('ARGUMENTS_DO_NOT_FIT', at, { name, given: values.map(kindOf).join(', ') })
  }
}
