/** Closed vocabularies of periodic reports; their terms and articles stand in docs/GLOSSARY.md. */

export const REPORT_KINDS = [
  'accident-summary',
  'occupational-health',
  'osh-annual',
  'commune-accident-summary',
  'environment-annual',
  'monitor-annual',
  'office-summary',
  'office-osh-summary',
  'office-health-summary',
  'programme-annual',
] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

/** Channels by which a report reaches an office that records it in the name of the enterprise. */
export const ON_BEHALF_CHANNELS = ['DIRECT', 'FAX', 'EMAIL', 'POST'] as const
