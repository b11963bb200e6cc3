/** Classes of establishments by number of workers, as labour statistics group them; a policy of this service. */
export const SIZE_CLASSES = ['1-9', '10-49', '50-199', '200-499', '500+'] as const
export type SizeClass = (typeof SIZE_CLASSES)[number]

export function sizeClassOf(workers: number | null): SizeClass | null {
  if (workers === null || workers < 1) return null
  if (workers < 10) return '1-9'
  if (workers < 50) return '10-49'
  if (workers < 200) return '50-199'
  return workers < 500 ? '200-499' : '500+'
}
