import { describe, expect, it } from 'vitest'
import type { Lifecycle } from '../../../src/declaration/lifecycle.ts'
import { stateSentence } from '../../../src/declaration/state-sentences.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

const state = (status: Lifecycle['status'], inForce: number | null, revision = 1): Lifecycle => ({
  seq: 2,
  revision,
  inForce,
  status,
})
const returnedBy = (day: string | null) => ({
  returned: { at: new Date('2026-11-21T03:00:00Z'), dueOn: day === null ? null : legalDate(day) },
  withdrawnBy: null,
})

describe('the sentence of a state', () => {
  it('of a return says by when to answer, where the office set a day', () => {
    const returned = state('returned', 1)
    expect(stateSentence(returned, returnedBy('2026-12-01'))).toEqual({
      vi: 'Cơ quan quản lý đã trả lại bản 1 kèm ý kiến: hãy trả lời hoặc sửa đổi, chậm nhất ngày 01/12/2026; trong khi chờ, bản này vẫn được tính.',
      en: 'The office returned revision 1 with comments: answer or amend by 2026-12-01; meanwhile it goes on counting.',
    })
    expect(stateSentence(returned, returnedBy(null)).vi).toContain('hoặc sửa đổi; trong khi chờ')
    expect(stateSentence(state('returned', 1, 2), returnedBy(null)).vi).toContain('bản 1 đã chấp nhận vẫn có hiệu lực')
  })

  it('of what waits to be confirmed says that it was returned, and counts no more for that', () => {
    const waiting = state('needs-review', null)
    expect(stateSentence(waiting).vi).toContain('chờ cơ quan quản lý xác nhận')
    const returned = stateSentence(waiting, returnedBy('2026-12-01'))
    expect(returned.vi).toMatch(/đã trả lại bản 1 .* 01\/12\/2026; hồ sơ chưa được tính/)
    expect(returned.en).toMatch(/returned revision 1 .* by 2026-12-01; it is not in the figures yet/)
    expect(stateSentence(state('needs-review', 1, 2)).vi).toContain('bản 1 đã chấp nhận vẫn có hiệu lực')
  })

  it('of a withdrawal says when it was the office', () => {
    const withdrawn = state('withdrawn', null)
    expect(stateSentence(withdrawn).vi).toMatch(/^Đã rút/)
    expect(stateSentence(withdrawn, { returned: null, withdrawnBy: 'office' }).vi).toContain('Cơ quan quản lý đã rút')
  })
})
