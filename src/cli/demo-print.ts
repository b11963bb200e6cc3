import type { DemoAnswer, Json } from './demo-client.ts'

let headings = 0

export function heading(text: string): void {
  headings += 1
  console.log(`\n\u001b[1m${headings}. ${text}\u001b[0m`)
}

export function say(line: string): void {
  console.log(`  ${line}`)
}

/** What a filing was answered: what is wrong and how to mend it, what follows, the receipt. */
export function showFiling({ status, body }: DemoAnswer): void {
  const named = body.class === undefined ? '' : `, phân loại: ${body.class}`
  say(`HTTP ${status}${body.id ? `  hồ sơ ${body.id}${named}` : `  ${body.title}`}`)
  for (const error of (body.errors ?? []) as Json[]) say(`[shape] ${error.pointer}: ${error.message}`)
  const findings = (body.findings ?? []) as Json[]
  for (const finding of findings.filter(({ kind }) => kind !== 'info')) {
    const citations = (finding.citations as Json[]).map((citation) => citation.text).join('; ')
    say(`[${finding.kind}] ${finding.rule} ${finding.pointer}: ${finding.message} (${citations})`)
    if (finding.fix) say(`    → ${finding.fix}`)
  }
  const notes = findings.filter(({ kind }) => kind === 'info').length
  if (notes > 0) say(`và ${notes} thông tin để biết ([info])`)
  for (const due of (body.dueDates ?? []) as Json[]) say(`Hạn ${due.dueAt ?? due.due ?? 'không ấn định'}: ${due.text}`)
  if (body.receipt) say(`Biên nhận: ${String(body.receipt).slice(0, 60)}…`)
}

/** What an act on a declaration was answered. */
export function showAct(act: string, { status, body }: DemoAnswer): void {
  say(
    `${act}: HTTP ${status}, ${body.status === undefined || status >= 400 ? body.title : `trạng thái ${body.status}`}`,
  )
}

/** Rows of a cube, codes with their names; a number that is hidden is shown as such, rows of zeros are counted. */
export function showRows({ rows, measures }: Json): void {
  const named = (rows as Json[]).map(({ labels, ...row }) => {
    const names = Object.entries(labels as Record<string, Json>).map(([key, text]) => [key, text.vi ?? text])
    const numbers = (measures as string[]).map((measure) => [measure, row[measure] ?? 'đã che'])
    return { ...row, ...Object.fromEntries(names), ...Object.fromEntries(numbers) } as Json
  })
  const told = named.filter((row) => (measures as string[]).some((measure) => row[measure] !== 0))
  console.table(told)
  if (told.length < named.length) say(`và ${named.length - told.length} dòng toàn số 0`)
}
