/** Who speaks about a declaration: an office it is for or the commune of the place, or whoever files it. */
export type Side = 'office' | 'filer'
