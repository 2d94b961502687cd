/** A module of the bootstrap, which is plain JavaScript so that it runs before anything is installed. */
export const load = (name: string): Promise<any> =>
  import(new URL(`../../../bin/support/${name}.js`, import.meta.url).href)
