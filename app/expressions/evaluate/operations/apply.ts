import type { Link } from '#expressions/evaluate/run'

/** A function of the document around the expression, which whoever evaluates brings. */
export const apply: Link<'apply'> = ({ name, args, at }, link) => {
  const runs = args.map(link)
  return (frame, session) => {
    const values = runs.map((run) => run(frame, session))
    const run = session.options.functions?.get(name)
    return run ? run(values) : session.nothing('FUNCTION_UNKNOWN', at, { name })
  }
}
