/** Closed vocabularies of the declaration of a technical incident; their terms and articles stand in docs/GLOSSARY.md. */

/** What failed. The law lists no kinds; these are ours. */
export const INCIDENT_KINDS = [
  'fire',
  'explosion',
  'pressure-equipment',
  'lifting-equipment',
  'collapse',
  'release-of-substance',
  'electrical',
  'machinery',
  'other',
] as const
/** Decree 39/2016, Art. 10.1.a, which incidents share, and this portal. */
export const CHANNELS = ['DIRECT', 'PHONE', 'FAX', 'TELEGRAM', 'EMAIL', 'PORTAL'] as const
/** Channels by which news of an incident reaches an office that records it on behalf of the employer. */
export const ON_BEHALF_CHANNELS = ['DIRECT', 'PHONE', 'FAX', 'EMAIL', 'POST', 'POLICE', 'PRESS', 'HOSPITAL'] as const

export type IncidentKind = (typeof INCIDENT_KINDS)[number]
