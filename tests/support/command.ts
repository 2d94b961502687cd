import ace from '@adonisjs/core/services/ace'
import type { BaseCommand } from '@adonisjs/core/ace'

/** Runs a command of the house as somebody would type it; what it said comes back without colours. */
export async function typed(
  Command: typeof BaseCommand,
  argv: string[] = []
): Promise<{ exitCode: number; said: string }> {
  ace.ui.switchMode('raw')
  try {
    const command = await ace.create(Command as any, argv)
    await command.exec()
    if (command.error) throw command.error
    const lines = command.logger.getLogs().map(({ message }: { message: string }) => message)
    return { exitCode: command.exitCode ?? 0, said: lines.join('\n').replace(/\u001b\[\d+m/g, '') }
  } finally {
    ace.ui.switchMode('normal')
  }
}
