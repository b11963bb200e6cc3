/** The only source of the present; tests give their own. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()
