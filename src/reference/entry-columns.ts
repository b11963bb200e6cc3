/** The columns that say the same in every code list; any other is an attribute of its own list. */
export const ENTRY_COLUMNS = [
  'code',
  'parent',
  'level',
  'vi',
  'en',
  'valid-from',
  'valid-to',
  'verified',
  'source',
  'selectable',
] as const
