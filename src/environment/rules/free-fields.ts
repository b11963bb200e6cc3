/** Fields that no rule judges, each with why. The gates hold every other field of the schema to some rule. */
export const freeFields: Readonly<Record<string, string>> = {
  '/contract/number': 'free text; the day is judged',
  '/instruments/*/name': 'free text; the calibration is judged',
  '/instruments/*/model': 'free text; the calibration is judged',
  '/instruments/*/serial': 'free text; the calibration is judged',
  '/measurements/*/substance': 'the CAS number is judged; the name is how the report calls it',
  '/publication/where': 'free text; the day is judged',
  '/newFactorNotice/reference': 'free text; the day is judged',
  '/note': 'free text',
  '/confirmations/*/rule': 'judged against the findings, not by one of them',
  '/confirmations/*/pointer': 'judged against the findings, not by one of them',
  '/confirmations/*/reason': 'judged against the findings, not by one of them',
}
