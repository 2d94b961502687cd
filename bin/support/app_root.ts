/** The folder of the project, and how its modules are imported from there. */
export const APP_ROOT = new URL('../../', import.meta.url)

export const importer = (filePath: string) =>
  filePath.startsWith('./') || filePath.startsWith('../')
    ? import(new URL(filePath, APP_ROOT).href)
    : import(filePath)
