/** Closed vocabularies of the accident declaration; their terms and articles stand in docs/GLOSSARY.md. */

export const SEXES = ['male', 'female'] as const
/** Decree 39/2016, Art. 9; `missing` and `unknown` are needed for Arts. 9.1.d and 26.1. */
export const CONDITIONS = ['dead', 'serious', 'light', 'missing', 'unknown'] as const
/** Decree 39/2016, Art. 9.1, points a to d. */
export const DEATH_MODES = ['A', 'B', 'C', 'D'] as const
/** Law 84/2015, Arts. 3.8, 39.1 and 39.2. */
export const CONTEXTS = ['at-work', 'on-duty-travel', 'commuting'] as const
export const ACCIDENT_CLASSES = ['fatal', 'serious', 'light', 'undetermined'] as const
export const COMMUTE_FAULTS = ['other-person', 'unknown', 'victim'] as const
/** Decree 39/2016, Art. 23. */
export const TRAFFIC_PAPERS = [
  'traffic-police-file',
  'commune-police-confirmation',
  'local-authority-confirmation',
] as const
export const PREMISES = ['own', 'other-employer', 'public', 'home', 'on-the-way'] as const
/** The official form a filing follows; the electronic one follows the form in force unless it says otherwise. */
export const FORMS = ['ND39-PL3', 'ND39-PL4', 'ND129-01', 'ND129-06', 'ND143-PL1'] as const
/** Decree 39/2016, Art. 10.1.a, and this portal. */
export const CHANNELS = ['DIRECT', 'PHONE', 'FAX', 'TELEGRAM', 'EMAIL', 'PORTAL'] as const
/** Channels by which news of an accident reaches an office that records it on behalf of the employer. */
export const ON_BEHALF_CHANNELS = ['DIRECT', 'PHONE', 'FAX', 'EMAIL', 'POST', 'POLICE', 'PRESS', 'HOSPITAL'] as const

export type Condition = (typeof CONDITIONS)[number]
export type AccidentContext = (typeof CONTEXTS)[number]
export type AccidentClass = (typeof ACCIDENT_CLASSES)[number]
