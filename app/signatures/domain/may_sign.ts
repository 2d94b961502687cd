import type { Officer } from '#identity/types'
import type { SignatureStep } from '#signatures/types'

type Signer = Pick<Officer, 'roles' | 'holds' | 'unitIds'>

/** Whether somebody signs a step by the office they hold themselves: nobody signs for another. */
export function maySign(
  { roles, holds, unitIds }: Signer,
  { position, body, unitId }: Pick<SignatureStep, 'position' | 'body' | 'unitId'>
): boolean {
  switch (position) {
    case 'holder':
      return roles.includes('resolver') && body !== null && holds.includes(body)
    case 'secretary':
      return roles.includes('secretary')
    case 'unit':
      return roles.includes('technician') && unitId !== null && unitIds.includes(unitId)
  }
}
