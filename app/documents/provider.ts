import { join } from 'node:path'
import type { ApplicationService } from '@adonisjs/core/types'
import { FileStore } from '#documents/drivers/file_store'
import { registerChore } from '#core/jobs/chores'
import { forgetOrphanFiles } from '#documents/jobs/orphan_files'
import { keepFilesIn } from '#documents/queries/files'

/** Says where files are kept: `<FINESTRA_DATA>/files`. */
export default class DocumentsProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    const { default: env } = await import('#start/env')
    keepFilesIn(new FileStore(join(env.get('FINESTRA_DATA') ?? this.app.makePath('var'), 'files')))
    registerChore('documents.orphan_files', forgetOrphanFiles)
  }
}
