/**
 * Named places where a test may stop or end the process: `FINESTRA_FAILPOINT=registrar.committed` ends it
 * there as a power cut would. Without the variable a failpoint costs one comparison.
 */
const armed = process.env.FINESTRA_FAILPOINT

export async function failpoint(name: string): Promise<void> {
  if (armed !== name) return
  process.kill(process.pid, 'SIGKILL')
  await new Promise(() => {})
}
