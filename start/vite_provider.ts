import ViteProvider from '@adonisjs/vite/vite_provider'

/** Tests see the pages as they were built, as everybody does; the package would build them again on the fly. */
export default class BuiltPagesProvider extends ViteProvider {
  override async start() {
    if (!this.app.inTest) await super.start()
  }
}
