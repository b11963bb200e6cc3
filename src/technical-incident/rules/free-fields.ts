/** Fields that no rule judges, each with why. The gates hold every other field of the schema to some rule. */
export const freeFields: Readonly<Record<string, string>> = {
  '/incident/place/address': 'free text; the unit is judged',
  '/incident/place/description': 'free text; the unit is judged',
  '/incident/equipment': 'free text',
  '/incident/response': 'free text',
  '/incident/propertyDamage': 'an estimate; nothing here to compare it with',
  '/recipients/*/name': 'the body is judged by its code',
  '/note': 'free text',
  '/confirmations/*/rule': 'judged against the findings, not by one of them',
  '/confirmations/*/pointer': 'judged against the findings, not by one of them',
  '/confirmations/*/reason': 'judged against the findings, not by one of them',
}
