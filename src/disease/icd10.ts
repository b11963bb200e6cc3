/**
 * Codes of ICD-10 that a disease is usually coded by. Ours: no circular that was read gives any, so a code that is not
 * here only informs.
 */
const USUAL_CODES: Readonly<Record<string, readonly string[]>> = {
  'OD-01': ['J62.8'],
  'OD-02': ['J61'],
  'OD-03': ['J66.0'],
  'OD-04': ['J62.0'],
  'OD-05': ['J60'],
  'OD-06': ['J41', 'J42'],
  'OD-07': ['J45'],
  'OD-08': ['T56.0'],
  'OD-09': ['T52.1', 'T52.2'],
  'OD-10': ['T56.1'],
  'OD-11': ['T57.2'],
  'OD-12': ['T65.3'],
  'OD-13': ['T57.0'],
  'OD-14': ['T60.0'],
  'OD-15': ['T65.2'],
  'OD-16': ['T58'],
  'OD-17': ['T56.3'],
  'OD-18': ['H83.3'],
  'OD-19': ['T70.3'],
  'OD-20': ['M47', 'M51', 'M54', 'T75.2'],
  'OD-21': ['I73', 'T75.2'],
  'OD-22': ['T66'],
  'OD-23': ['H26'],
  'OD-24': ['L70', 'L73'],
  'OD-25': ['L81'],
  'OD-26': ['L23', 'L24', 'L25'],
  'OD-27': ['L30', 'L98'],
  'OD-28': ['L23', 'L24'],
  'OD-29': ['A27'],
  'OD-30': ['B16', 'B18.1'],
  'OD-31': ['A15'],
  'OD-32': ['B20', 'Z21'],
  'OD-33': ['B17.1', 'B18.2'],
  'OD-34': ['C45'],
  'OD-35': ['U07.1'],
}

/** Whether a code, or a narrower one, is usual for the disease; of a disease without codes here every code is. */
export function isUsualCode(icd10: string, disease: string): boolean {
  const usual = USUAL_CODES[disease]
  return usual === undefined || usual.some((code) => icd10.startsWith(code))
}
