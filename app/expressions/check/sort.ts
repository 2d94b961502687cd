import type { Rule } from '#expressions/check/frame'
import { fits, typeText } from '#expressions/type_fit'

/** The order of a list is said by a condition over two of its items. */
export const sortRule: Rule<'sort'> = ({ list, names, precedes }, frame, findings) => {
  const type = findings.infer(list, frame)
  const item = typeof type === 'object' && 'list' in type ? type.list : type
  const condition = findings.infer(precedes, frame.inside({ [names[0]]: item, [names[1]]: item }))
  if (!fits(condition, 'boolean'))
    findings.mismatch('NOT_A_CONDITION', precedes.at, { type: typeText(condition) })
  return { list: item }
}
