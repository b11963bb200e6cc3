/** Closed vocabularies of the declaration of a monitoring campaign; their terms stand in docs/GLOSSARY.md. */

/** QCVN 26:2016/BYT judges the microclimate by the class of labour. */
export const LABOUR_CLASSES = ['light', 'medium', 'heavy'] as const
/** QCVN 26:2016/BYT does not cover all but the first. */
export const PLACE_KINDS = ['indoor', 'outdoor', 'construction', 'mine', 'vehicle', 'cold-store'] as const
/** QCVN 03:2019/BYT and QCVN 02:2019/BYT: over the shift, over 15 minutes, never; a reading of an instrument. */
export const SAMPLE_TYPES = ['twa', 'stel', 'ceiling', 'instantaneous'] as const
/** Decree 44/2016, Art. 35.3. */
export const SAMPLINGS = ['personal', 'area'] as const
/** Of vibration: z along the spine. */
export const AXES = ['x', 'y', 'z'] as const
/** A value is within its limit, beyond it, or cannot be held to one. */
export const VERDICTS = ['pass', 'exceed', 'not-assessable'] as const
