import { TellingCommand } from '#catalogue/commands/telling_command'

export abstract class ExpressionCommand extends TellingCommand {
  protected readonly room = 'expressions'
}
