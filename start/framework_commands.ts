import type { CommandMetaData } from '@adonisjs/core/types/ace'
import * as core from '@adonisjs/core/commands'
import * as lucid from '@adonisjs/lucid/commands'

/**
 * What the bootstrap runs of the framework's commands. The others are nobody's: they erase or undo what is a legal
 * fact, or make files where the plan of the house has no place for them.
 */
const SOURCES: { [command: string]: typeof core } = { serve: core, 'migration:run': lucid }

/** Each is there for whoever asks for it by name, and on no list. */
export async function getMetaData(): Promise<CommandMetaData[]> {
  const asked = process.argv[2] ?? ''
  const all = (await SOURCES[asked]?.getMetaData()) ?? []
  return all.filter(({ commandName }) => commandName === asked)
}

export const getCommand = async (metaData: CommandMetaData) =>
  (await SOURCES[metaData.commandName]?.getCommand(metaData)) ?? null
