/**
 * Named places where a test may end the process: `FINESTRA_FAILPOINT=registrar.committed` ends it there as
 * a power cut would, `activity.written:documents.issue` only with that work in hand. Without the variable a
 * failpoint costs one comparison.
 */
const armed = process.env.FINESTRA_FAILPOINT

export async function failpoint(name: string, of?: string): Promise<void> {
  if (!armed || (armed !== name && armed !== `${name}:${of}`)) return
  process.kill(process.pid, 'SIGKILL')
  await new Promise(() => {})
}
