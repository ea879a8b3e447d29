const WORDS: Record<string, 'm' | 'f' | 'x'> = {
  m: 'm', male: 'm', l: 'm', lk: 'm', laki: 'm', lakilaki: 'm', pria: 'm', cowok: 'm', man: 'm', masculin: 'm', homme: 'm', h: 'm', '1': 'm',
  f: 'f', female: 'f', p: 'f', pr: 'f', perempuan: 'f', wanita: 'f', cewek: 'f', woman: 'f', w: 'f', feminin: 'f', femme: 'f', '2': 'f',
  x: 'x', other: 'x', lain: 'x',
}; // prettier-ignore

/** @returns undefined where it is not said, or not understood */
export const sexFeature = (raw: string | undefined): 'm' | 'f' | 'x' | undefined =>
  WORDS[(raw ?? '').toLowerCase().replace(/[^a-z0-9]/g, '')];
