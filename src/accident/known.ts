/** What is looked up before an accident is judged; null where it names no technical incident. */
export type AccidentKnown = { readonly incident: NamedIncident | null } | null

/** The technical incident named, where the same enterprise declared it and has not withdrawn it. */
export interface NamedIncident {
  readonly id: string
}
