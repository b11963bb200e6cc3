/** The id of a cube as part of a name: `DiseaseExposure` for `disease-exposure`. */
export function nameOfCube(id: string): string {
  return id
    .split('-')
    .map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
    .join('')
}
