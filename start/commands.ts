import type { CommandMetaData } from '@adonisjs/core/types/ace'
import type { BaseCommand } from '@adonisjs/core/ace'

type CommandClass = typeof BaseCommand

/** The commands that the rooms offer (`app/<room>/commands`), one import a command. */
const COMMANDS: (() => Promise<{ default: CommandClass }>)[] = [
  () => import('#database/demo/command'),
  () => import('#start/verify'),
  () => import('#start/doctor/doctor'),
  () => import('#start/operation/restored'),
  () => import('#start/towns/town_found'),
  () => import('#start/towns/town_host'),
  () => import('#start/towns/town_seal'),
  () => import('#start/towns/town_offer'),
  () => import('#start/towns/town_withdraw'),
  () => import('#start/towns/town_licence'),
  () => import('#start/towns/town_values'),
  () => import('#start/towns/town_calendar'),
  () => import('#start/towns/town_seat'),
  () => import('#start/towns/case_migrate'),
  () => import('#start/officers/officer_hire'),
  () => import('#start/officers/officer_list'),
  () => import('#start/officers/officer_change'),
  () => import('#start/officers/officer_dismiss'),
  () => import('#start/officers/name_holder'),
  () => import('#start/officers/name_technician'),
  () => import('#catalogue/commands/procedure_lint'),
  () => import('#catalogue/commands/procedure_test'),
  () => import('#catalogue/commands/procedure_run'),
  () => import('#catalogue/commands/procedure_list'),
  () => import('#catalogue/commands/expression_run'),
  () => import('#catalogue/commands/expression_test'),
  () => import('#catalogue/commands/decision_lint'),
  () => import('#catalogue/commands/decision_run'),
  () => import('#catalogue/commands/decision_convert'),
  () => import('#catalogue/commands/decision_conformance'),
  () => import('#cases/commands/worker'),
  () => import('#cases/commands/cases_incidents'),
  () => import('#cases/commands/cases_retry'),
  () => import('#cases/commands/cases_message'),
]

let loaded: CommandClass[] | null = null

const load = async () =>
  (loaded ??= (await Promise.all(COMMANDS.map((importer) => importer()))).map((module) => module.default))

/** What is not for people to type is there for whoever asks for it by name, and on no list. */
const UNLISTED = ['demo:seed', 'house:restored']

export const getMetaData = async (): Promise<CommandMetaData[]> =>
  (await load())
    .map((command) => command.serialize())
    .filter(({ commandName }) => !UNLISTED.includes(commandName) || process.argv[2] === commandName)

export const getCommand = async (metaData: CommandMetaData) =>
  (await load()).find((command) => command.commandName === metaData.commandName) ?? null
