import type { ReceivedReports } from './schema.ts'

/** Two establishments with 300 workers reported on the year, a third one did not. */
export const sampleReceived: ReceivedReports = {
  establishments: 3,
  reporting: 2,
  workers: 300,
  cells: [
    { line: '3.new', value: 1 },
    { line: '9.samples', value: 12 },
    { line: '10.training', value: 64.5 },
  ],
}
