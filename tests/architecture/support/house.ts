// @ts-expect-error a plain script, without types
import * as plan from '../../../house.js'

export interface Room {
  floor: string
  pure: boolean
  keeps: string
  /** `'*'` where it shows all. */
  shows: string[] | '*'
  inside: string[]
  mayUse: string[]
}

export const rooms: Record<string, Room> = plan.rooms
export const FOLDERS: string[] = plan.FOLDERS
export const FILES: string[] = plan.FILES
export const PURE_FOLDERS: string[] = plan.PURE_FOLDERS
export const STEPS: string[][] = plan.STEPS
