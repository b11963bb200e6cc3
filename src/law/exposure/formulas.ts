/** The formulas of workplace hygiene, each with its text; those from memory are named where they are used. */

/** Minutes of a working day of 8 hours. */
export const SHIFT_MINUTES = 480

/** F-TWA: mean over 8 hours of concentrations held for hours, in their unit (QCVN 03:2019/BYT). */
export function timeWeightedAverage(parts: readonly { readonly concentration: number; readonly hours: number }[]) {
  return parts.reduce((sum, { concentration, hours }) => sum + concentration * hours, 0) / 8
}

/**
 * F-TWAN: factor on a limit for shifts of `hours`, 1 up to 8 (QCVN 02:2019/BYT, QCVN 03:2019/BYT; the symbols were
 * read, the formula is from memory).
 */
export function dailyShiftFactor(hours: number): number {
  return hours <= 8 ? 1 : (8 / hours) * ((24 - hours) / 16)
}

/** F-TWAT: factor on a limit for weeks of `hours`, 1 up to 40; provenance as {@link dailyShiftFactor}. */
export function weeklyShiftFactor(hours: number): number {
  return hours <= 40 ? 1 : (40 / hours) * ((168 - hours) / 128)
}

/** F-EXC: where no short-term limit is printed, times the limit of a shift for 30 minutes in all, and never. */
export const EXCURSION = { timesForHalfAnHour: 3, minutes: 30, timesNever: 5 } as const

/** F-NOISE-T: minutes allowed at an equivalent level in dBA (QCVN 24:2016/BYT, table 1). */
export function noiseMinutesAllowed(level: number): number {
  return SHIFT_MINUTES / 2 ** ((level - 85) / 3)
}

/** F-NOISE-T the other way: level in dBA allowed for minutes, 115 at most; beyond 480 minutes it is extrapolated. */
export function noiseLevelAllowed(minutes: number, over8Hours = 85): number {
  return Math.min(NOISE_NEVER, over8Hours + 3 * Math.log2(SHIFT_MINUTES / minutes))
}

/** dBA that no exposure may exceed (QCVN 24:2016/BYT). */
export const NOISE_NEVER = 115

/** F-NOISE-D: dose of noise in %, 100 at most, of levels in dBA held for minutes (from memory). */
export function noiseDose(parts: readonly { readonly level: number; readonly minutes: number }[]): number {
  return 100 * parts.reduce((sum, { level, minutes }) => sum + minutes / noiseMinutesAllowed(level), 0)
}

/** F-NOISE-LEX: level over 8 hours in dBA of a level held for minutes (from memory). */
export function dailyNoiseLevel(level: number, minutes: number): number {
  return level + 10 * Math.log10(minutes / SHIFT_MINUTES)
}

/** F-NOISE-SUM: decibels of sources together (from memory). */
export function sumOfLevels(levels: readonly number[]): number {
  return 10 * Math.log10(levels.reduce((sum, level) => sum + 10 ** (level / 10), 0))
}

/** F-WBGT-IN, °C: without sunshine, from the natural wet bulb and the globe (from memory). */
export function wbgtIndoors(naturalWetBulb: number, globe: number): number {
  return 0.7 * naturalWetBulb + 0.3 * globe
}

/** F-WBGT-OUT, °C: in sunshine, with the dry bulb too (from memory). */
export function wbgtOutdoors(naturalWetBulb: number, globe: number, dryBulb: number): number {
  return 0.7 * naturalWetBulb + 0.2 * globe + 0.1 * dryBulb
}

/** F-PPM: litres of a mole of gas at 25 °C and 760 mmHg. */
const MOLAR_VOLUME = 24.45

/** F-PPM: mg/m³ of parts per million of a gas of `molarMass` g/mol. */
export function milligramsOfPpm(ppm: number, molarMass: number): number {
  return (ppm * molarMass) / MOLAR_VOLUME
}

/** F-PPM the other way. */
export function ppmOfMilligrams(milligrams: number, molarMass: number): number {
  return (milligrams * MOLAR_VOLUME) / molarMass
}

/** F-SIO2: free silica in mg/m³ of dust that holds `percent` of it (by definition). */
export function freeSilica(dust: number, percent: number): number {
  return (dust * percent) / 100
}

/** F-EMF-T: minutes allowed in an electric field of 50-60 Hz in kV/m; infinite up to 5, none from 25 (QCVN 25:2016/BYT). */
export function electricFieldMinutesAllowed(field: number): number {
  if (field <= 5) return Number.POSITIVE_INFINITY
  if (field <= 20) return (50 / field - 2) * 60
  return field < 25 ? 10 : 0
}

/** F-EMF-T the other way: kV/m allowed for minutes; up to 10 minutes it is what must stay below 25. */
export function electricFieldAllowed(minutes: number): number {
  if (minutes <= 10) return 25
  return Math.max(5, Math.min(20, 50 / (minutes / 60 + 2)))
}

/** F-UV: seconds allowed at an effective irradiance in µW/cm², of a dose in mJ/cm² (QCVN 23:2016/BYT). */
export function ultravioletSecondsAllowed(irradiance: number, dose = 3): number {
  return (dose * 1000) / irradiance
}

/** F-UV the other way: µW/cm² allowed for seconds. */
export function ultravioletAllowed(seconds: number, dose = 3): number {
  return (dose * 1000) / seconds
}

/** mW/cm² of UVA allowed at the eye for seconds: 1 J/cm² below 1,000 s, `steady` from then on (QCVN 23:2016/BYT). */
export function uvaAllowed(seconds: number, steady = 1): number {
  return steady * Math.max(1, 1000 / seconds)
}

/** Factor on the 8-hour limit of local vibration for minutes of exposure (QCVN 27:2016/BYT, from memory). */
export function vibrationTimeFactor(minutes: number): number {
  return Math.sqrt(SHIFT_MINUTES / Math.max(30, minutes))
}

/** F-VIB: velocity in cm/s of an acceleration in m/s² at Hz. */
export function vibrationVelocity(acceleration: number, hertz: number): number {
  return (100 * acceleration) / (2 * Math.PI * hertz)
}

/** F-CAL: W/m² of one cal/(cm²·min). */
export const WATTS_OF_CALORIE = 697.8

/** F-EMF-MU: µT of one A/m in air. */
export const MICROTESLA_OF_AMPERE = 1.2566

/** F-MIX: ΣCi/Li, above 1 where agents that add up exceed their limits together (from memory). */
export function mixtureSum(parts: readonly { readonly concentration: number; readonly limit: number }[]): number {
  return parts.reduce((sum, { concentration, limit }) => sum + concentration / limit, 0)
}
