import { written } from '../rules/present.ts'
import type { Text, Violation } from '../rules/rule.ts'
import type { FilingContext } from './filing-context.ts'

const HOUR_MS = 3_600_000
/** Clocks of clients may be ahead of ours by this much. */
const CLOCK_TOLERANCE_MS = 5 * 60_000
const inVietNam = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** An instant that a filing states, and where. */
export interface Moment {
  readonly pointer: string
  readonly at: Date
}

/** None where the filing states nothing. */
export function moment(pointer: string, text: string | undefined): readonly Moment[] {
  return text === undefined ? [] : [{ pointer, at: new Date(text) }]
}

/** An instant as people in Viet Nam read it, `2026-05-12 09:40`. */
export function clockTime(instant: Date): string {
  return inVietNam.format(instant)
}

/** From one instant to another; negative when the second is earlier. */
export function hoursBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / HOUR_MS
}

/** Beyond so many hours days are easier to grasp. */
const MOST_HOURS = 72

/** How long something took, in whole hours, or days where these would be too many to grasp. */
export function duration(hours: number): Text {
  if (hours > MOST_HOURS) {
    const days = Math.floor(hours / 24)
    return { vi: `${written(days, 'vi')} ngày`, en: `${written(days, 'en')} days` }
  }
  const whole = Math.floor(hours)
  return { vi: `${whole} giờ`, en: whole === 1 ? '1 hour' : `${whole} hours` }
}

/** Moments given in the order of the events, each that is earlier than the one before it: `time`, `before`. */
export function outOfOrder(moments: readonly Moment[]): readonly Violation[] {
  return moments.flatMap(({ pointer, at }, index) => {
    const before = moments[index - 1]
    if (before === undefined || before.at <= at) return []
    return [{ pointer, params: { time: clockTime(at), before: clockTime(before.at) } }]
  })
}

/** The moments that had not come yet when the filing was received: `time`. */
export function inTheFuture(moments: readonly Moment[], receivedAt: Date): readonly Violation[] {
  const latest = receivedAt.getTime() + CLOCK_TOLERANCE_MS
  return moments
    .filter(({ at }) => at.getTime() > latest)
    .map(({ pointer, at }) => ({ pointer, params: { time: clockTime(at) } }))
}

/**
 * The instant by which timeliness of a declaration is measured. Filed here first, the server's receipt counts; told by
 * another channel before, the time the filer states. Null where the filing does not tell: an amendment, or an office
 * that records what nobody declared, without a time of declaration.
 */
export function firstDeclaredAt(
  declaration: { readonly channel?: string | undefined; readonly onBehalf?: unknown },
  stated: Date | null,
  context: Pick<FilingContext, 'amends' | 'receivedAt'>,
): Date | null {
  const filedHereFirst = context.amends === null && declaration.onBehalf === undefined
  if (!filedHereFirst) return stated
  return (declaration.channel ?? 'PORTAL') === 'PORTAL' ? context.receivedAt : (stated ?? context.receivedAt)
}
