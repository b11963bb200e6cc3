import type { AccidentFacts } from '../facts.ts'

const HOUR_MS = 3_600_000
const inVietNam = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** An instant as people in Viet Nam read it, `2026-05-12 09:40`. */
export function clockTime(instant: Date): string {
  return inVietNam.format(instant)
}

/** From one instant to another; negative when the second is earlier. */
export function hoursBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / HOUR_MS
}

/**
 * The instant by which timeliness is measured. Filed here first, the server's receipt counts; told by another channel
 * before, the time the filer states. Null where the filing does not tell: an amendment, or an office that records what
 * nobody declared, without a time of declaration.
 */
export function firstDeclaredAt({ declaration, accident, declaredAt, context }: AccidentFacts): Date | null {
  const filedHereFirst = context.amends === null && declaration.onBehalf === undefined
  if (!filedHereFirst) return accident.declaredAt === undefined ? null : declaredAt
  return (declaration.channel ?? 'PORTAL') === 'PORTAL' ? context.receivedAt : declaredAt
}

/** What {@link firstDeclaredAt} reads. */
export const FIRST_DECLARED_INPUTS = ['/accident/declaredAt', '/channel', '/onBehalf/channel'] as const
