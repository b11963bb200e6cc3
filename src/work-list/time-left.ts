const MINUTE_MS = 60_000
const MINUTES_A_DAY = 1_440
const MINUTES_AN_HOUR = 60

/** From now to a limit, or from the limit to now once it is over; whole minutes, the rest dropped. */
export interface TimeLeft {
  readonly over: boolean
  readonly days: number
  readonly hours: number
  readonly minutes: number
}

export function timeLeft(due: Date, now: Date): TimeLeft {
  const difference = due.getTime() - now.getTime()
  const minutes = Math.floor(Math.abs(difference) / MINUTE_MS)
  return {
    over: difference <= 0,
    days: Math.floor(minutes / MINUTES_A_DAY),
    hours: Math.floor((minutes % MINUTES_A_DAY) / MINUTES_AN_HOUR),
    minutes: minutes % MINUTES_AN_HOUR,
  }
}
