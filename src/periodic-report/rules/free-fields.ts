/** Fields that no rule judges, each with why. The gates hold every other field of the schema to some rule. */
export const freeFields: Readonly<Record<string, string>> = {
  '/establishment/name': 'the register has it',
  '/establishment/address': 'the register has it',
  '/recipient/name': 'the unit is judged',
  '/declarant/phone': 'free text',
  '/declarant/email': 'free text',
  '/note': 'free text',
  '/confirmations/*/rule': 'judged against the findings, not by one of them',
  '/confirmations/*/pointer': 'judged against the findings, not by one of them',
  '/confirmations/*/reason': 'judged against the findings, not by one of them',
}
