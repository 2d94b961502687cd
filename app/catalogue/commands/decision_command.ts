import { TellingCommand } from '#catalogue/commands/telling_command'

export abstract class DecisionCommand extends TellingCommand {
  protected readonly room = 'decisions'
}
