import { digestOf, sha256Hex } from '#core/digest'
import { filesOfVersion, type ProcedureFiles } from '#catalogue/domain/files'

/** What a version is: SHA-256 over the RFC 8785 form of {path: SHA-256 of its bytes}. */
export const digestOfFiles = (files: ProcedureFiles): string =>
  digestOf(Object.fromEntries([...filesOfVersion(files)].map(([path, text]) => [path, sha256Hex(text)])))
