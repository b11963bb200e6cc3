import { foldText } from '../reference/fold-text.ts'
import { bestPairs } from './best-pairs.ts'
import { likeness } from './edit-distance.ts'

/**
 * Words so common in Vietnamese names that agreeing in them says little: the frequent family names, and the middle
 * names that only tell the sex.
 */
const COMMON = new Set('nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly van thi'.split(' '))
const COMMON_WEIGHT = 0.4

/** Below this, letters run together agree by chance. */
const RUN_TOGETHER = 0.85

/**
 * How alike two names are, from 0 to 1, whatever the order of their words, without regard to diacritics and case. A
 * given name weighs more than a family name.
 */
export function nameLikeness(a: string, b: string): number {
  const [left, right] = [foldText(a), foldText(b)]
  const together = likeness(left.replaceAll(' ', ''), right.replaceAll(' ', ''))
  return Math.max(byWords(left.split(' '), right.split(' ')), together >= RUN_TOGETHER ? together : 0)
}

function byWords(left: readonly string[], right: readonly string[]): number {
  const agreed = bestPairs(left, right, (word, other) => {
    const alike = likeness(word, other)
    return { compared: alike, worth: alike * Math.min(weightOf(word), weightOf(other)) }
  }).reduce((sum, { worth }) => sum + worth, 0)
  const [a, b] = [totalWeight(left), totalWeight(right)]
  // What one side leaves out, mostly the middle word, says little.
  return agreed / (Math.min(a, b) + Math.abs(a - b) / 4)
}

function weightOf(word: string): number {
  return COMMON.has(word) ? COMMON_WEIGHT : 1
}

function totalWeight(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + weightOf(word), 0)
}
