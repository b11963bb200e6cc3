/** Closed vocabularies of the disease screening; their terms and articles stand in docs/GLOSSARY.md. */

export const SEXES = ['male', 'female'] as const
/** What the last monitoring before the examination said of a factor. */
export const MONITORING_RESULTS = ['within-limits', 'exceeding', 'not-monitored'] as const
/** Circular 28/2016/TT-BYT until 14 February 2026, Circular 56/2025/TT-BYT since. */
export const FORM_FAMILIES = ['TT28', 'TT56'] as const
/** What the file of an examination consists of: Circular 56/2025, Art. 8.1; Circular 28/2016, Art. 7. */
export const FILE_DOCUMENTS = [
  'pre-placement-form',
  'examination-book',
  'monitoring-result',
  'exposure-confirmation',
] as const
/** Forms of a disease that the annexes of Circular 15/2016 tell apart: the forms of `disease-criteria`. */
export const DISEASE_FORMS = [
  'acute',
  'rapidly-progressing',
  'chronic',
  'irritant',
  'allergic',
  'uv-or-heat',
  'microwave',
  'ionising',
  'skin-brain-or-joints',
  'other',
] as const
/** Who asked for an examination: Circular 56/2025, Art. 7.2; the worker also by Decree 88/2020, Art. 5. */
export const REQUESTERS = ['employer', 'worker', 'authority'] as const
/** Of the percentage of reduced capacity to work: Law 84/2015, Arts. 46, 48 and 49. */
export const BANDS = ['under5', 'from5to30', 'from31'] as const
/** Channels by which a screening reaches an office that records it on behalf of the employer. */
export const ON_BEHALF_CHANNELS = ['DIRECT', 'PHONE', 'FAX', 'EMAIL', 'POST'] as const

export type Band = (typeof BANDS)[number]
